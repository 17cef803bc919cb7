using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace AbuseDesk.Database;

/// <summary>What a person can put right where a database does not open.</summary>
public static class DatabaseTrouble
{
    private const string Correct = "start the database, or set ABUSEDESK_DATABASE to one that can be reached.";

    /// <summary>Runs what opens the database.</summary>
    /// <exception cref="DeskException">It cannot be opened, for a reason that a person can put right.</exception>
    public static async Task<T> ToldAsync<T>(Func<Task<T>> open)
    {
        try
        {
            return await open();
        }
        catch (Exception e) when (e is DbException or TimeoutException && Sentence(e) is not null)
        {
            throw new DeskException(Sentence(e)!, e);
        }
    }

    /// <summary>One sentence that says why the database cannot be used and what to do; null where that is not what went wrong.</summary>
    public static string? Sentence(Exception e) => e switch
    {
        // no such database, no such user, a wrong password, no right to it, too many connections, starting or stopping
        PostgresException { SqlState: "3D000" or "28000" or "28P01" or "42501" or "53300" or "57P01" or "57P03" } refused =>
            $"The database server refuses ({refused.MessageText}); correct ABUSEDESK_DATABASE, or what the server allows.",
        PostgresException => null,
        NpgsqlException or TimeoutException => $"The database cannot be reached ({e.Message.TrimEnd('.')}); {Correct}",
        SqliteException { SqliteErrorCode: 8 or 10 or 13 or 14 } => $"The database file cannot be used ({e.Message.TrimEnd('.')}); make it and its folder writable, with space left on the disk, or set ABUSEDESK_DATABASE to another.",
        SqliteException { SqliteErrorCode: 11 or 26 } => $"The database file is damaged, or is no SQLite database ({e.Message.TrimEnd('.')}); put back the last copy of the data folder, or set ABUSEDESK_DATABASE to another.",
        _ => null,
    };
}
