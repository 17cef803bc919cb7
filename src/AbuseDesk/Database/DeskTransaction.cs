using System.Data.Common;
using Dapper;
using NodaTime;

namespace AbuseDesk.Database;

/// <summary>One act's transaction: everything the act writes goes through it. <see cref="Now"/> is one instant for all of it.</summary>
public sealed class DeskTransaction(DbConnection connection, DbTransaction transaction, Dialect dialect, Instant now)
{
    public DbConnection Connection => connection;

    public Dialect Dialect => dialect;

    /// <summary>The instant of the act, UTC, microseconds.</summary>
    public Instant Now => now;

    public Task<int> ExecuteAsync(string sql, object? parameters = null) =>
        connection.ExecuteAsync(sql, parameters, transaction);

    public Task<IEnumerable<T>> QueryAsync<T>(string sql, object? parameters = null) =>
        connection.QueryAsync<T>(sql, parameters, transaction);

    /// <summary>The one row there must be.</summary>
    public Task<T> GetAsync<T>(string sql, object? parameters = null) =>
        connection.QuerySingleAsync<T>(sql, parameters, transaction);

    /// <summary>The row, or the default of the type if there is none.</summary>
    public Task<T?> FindAsync<T>(string sql, object? parameters = null) =>
        connection.QuerySingleOrDefaultAsync<T>(sql, parameters, transaction);
}
