namespace AbuseDesk.Database;

/// <summary>
/// What the two engines say differently. Each member returns only the fragment that differs;
/// the query it belongs to stands once, where it runs.
/// </summary>
public abstract class Dialect
{
    public abstract string Name { get; }

    /// <summary>Membership in a list parameter: <c>id {InList("@ids")}</c>.</summary>
    public abstract string InList(string parameter);

    /// <summary>Ends a select of rows to claim, so that two workers never wait for, or take, the same row.</summary>
    public abstract string SkipLocked { get; }

    /// <summary>Ends a select of rows that must not change until the transaction ends; rows that refer to them may still be added.</summary>
    public abstract string ForUpdate { get; }

    /// <summary>Comparison that ignores the case of ASCII letters: <c>name {LikeIgnoringCase} @pattern</c>.</summary>
    public abstract string LikeIgnoringCase { get; }

    /// <summary>How many rows of a dozen columns one insert takes soonest: SQLite binds each parameter by name, PostgreSQL waits for each statement.</summary>
    public abstract int RowsPerInsert { get; }
}

public sealed class SqliteDialect : Dialect
{
    public override string Name => "SQLite";

    public override string InList(string parameter) => $"in {parameter}";

    // one writer at a time: the transaction itself is the lock
    public override string SkipLocked => "";

    public override string ForUpdate => "";

    public override string LikeIgnoringCase => "like";

    public override int RowsPerInsert => 25;
}

public sealed class PostgresDialect : Dialect
{
    public override string Name => "PostgreSQL";

    public override string InList(string parameter) => $"= any({parameter})";

    public override string SkipLocked => "for update skip locked";

    // without "no key", a row that only refers to the locked one (a mail of the case) would wait too, and could deadlock
    public override string ForUpdate => "for no key update";

    public override string LikeIgnoringCase => "ilike";

    public override int RowsPerInsert => 100;
}
