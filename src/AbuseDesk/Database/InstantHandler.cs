using System.Data;
using Dapper;
using NodaTime;
using NodaTime.Text;
using Npgsql;
using NpgsqlTypes;

namespace AbuseDesk.Database;

/// <summary>
/// Instants are UTC with microseconds: <c>timestamptz</c> in PostgreSQL, text of one width in SQLite,
/// which sorts as the instants do.
/// </summary>
public sealed class InstantHandler : SqlMapper.TypeHandler<Instant>
{
    private static readonly InstantPattern Fixed = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss'.'ffffff'Z'");

    /// <summary>Dapper keeps handlers for the process; registering twice is harmless.</summary>
    public static void Register()
    {
        SqlMapper.RemoveTypeMap(typeof(Instant));
        SqlMapper.RemoveTypeMap(typeof(Instant?));
        SqlMapper.AddTypeHandler(new InstantHandler());
    }

    /// <summary>The text that SQLite holds.</summary>
    public static string Text(Instant value) => Fixed.Format(value);

    /// <summary>Both engines keep microseconds: cut finer ticks, so that what is read back equals what was written.</summary>
    public static Instant Cut(Instant value) => Instant.FromUnixTimeTicks(value.ToUnixTimeTicks() / 10 * 10);

    public override void SetValue(IDbDataParameter parameter, Instant value)
    {
        if (parameter is NpgsqlParameter postgres)
        {
            postgres.NpgsqlDbType = NpgsqlDbType.TimestampTz;
            postgres.Value = Cut(value);
            return;
        }

        parameter.DbType = DbType.String;
        parameter.Value = Text(value);
    }

    public override Instant Parse(object value) => value switch
    {
        Instant instant => instant,
        string text => Fixed.Parse(text).GetValueOrThrow(),
        DateTime time => Instant.FromDateTimeUtc(DateTime.SpecifyKind(time, DateTimeKind.Utc)),
        _ => throw new InvalidCastException($"A column of instants holds {value.GetType().Name}."),
    };
}
