using System.Data;
using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using NodaTime;
using Npgsql;

namespace AbuseDesk.Database;

/// <summary>The one way to the database, on either engine.</summary>
public sealed class DeskDatabase : IAsyncDisposable
{
    private const int Attempts = 5;

    private readonly TimeProvider clock;
    private readonly NpgsqlDataSource? postgres;
    private readonly string connectionString;

    static DeskDatabase()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        InstantHandler.Register();
    }

    /// <param name="connectionString">"Data Source=…" for SQLite, "Host=…" for PostgreSQL.</param>
    /// <param name="clock">The clock that gives every written row its instant.</param>
    /// <exception cref="DeskException">It is no connection string.</exception>
    public DeskDatabase(string connectionString, TimeProvider clock)
    {
        this.clock = clock;
        IsPostgres = connectionString.Contains("Host=", StringComparison.OrdinalIgnoreCase);
        try
        {
            postgres = IsPostgres ? Postgres(connectionString) : null;
            this.connectionString = IsPostgres
                ? connectionString
                : new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true, DefaultTimeout = 30 }.ToString();
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            // the text may hold a password: it is not shown
            throw new DeskException("ABUSEDESK_DATABASE is no connection string; write Data Source=FILE for SQLite, or Host=…;Database=…;Username=… for PostgreSQL.", e);
        }

        Dialect = IsPostgres ? new PostgresDialect() : new SqliteDialect();
    }

    public bool IsPostgres { get; }

    public Dialect Dialect { get; }

    public string ConnectionString => connectionString;

    /// <summary>The present instant, cut to the microseconds that both engines keep.</summary>
    public Instant Now => InstantHandler.Cut(Instant.FromDateTimeOffset(clock.GetUtcNow()));

    /// <summary>A connection for reading; the caller disposes it.</summary>
    public async Task<DbConnection> OpenAsync(CancellationToken cancel = default)
    {
        if (postgres is not null)
        {
            return await postgres.OpenConnectionAsync(cancel);
        }

        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancel);
        await connection.ExecuteAsync("pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 30000;");
        return connection;
    }

    /// <summary>Reads with one connection; where PostgreSQL was restarted meanwhile, once more with another.</summary>
    public async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancel = default)
    {
        try
        {
            await using var connection = await OpenAsync(cancel);
            return await read(connection);
        }
        catch (Exception e) when (IsOfStaleConnection(e))
        {
            Forget();
            await using var another = await OpenAsync(cancel);
            return await read(another);
        }
    }

    /// <summary>
    /// Reads through one unchanging view of the database, for figures that must agree with each other; nothing it does is kept.
    /// </summary>
    public async Task<T> SnapshotAsync<T>(Func<DeskTransaction, Task<T>> read, CancellationToken cancel = default)
    {
        await using var connection = await OpenAsync(cancel);
        await using var transaction = connection is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        return await read(new DeskTransaction(connection, transaction, Dialect, Now));
    }

    /// <summary>
    /// Runs one act in one transaction: the state change, its journal entry, its deadlines and its mail are all written, or none is.
    /// Where PostgreSQL ends it because of others (a deadlock, acts that cannot be put in an order), or was restarted meanwhile,
    /// the whole act is run again: it must not change what it captured.
    /// </summary>
    /// <exception cref="DeskException">It was ended because of others again and again, or nobody knows whether it was kept.</exception>
    public async Task<T> WriteAsync<T>(Func<DeskTransaction, Task<T>> act, CancellationToken cancel = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await WriteOnceAsync(act, cancel);
            }
            catch (Exception stale) when (attempt == 1 && IsOfStaleConnection(stale))
            {
                Forget();
            }
            catch (PostgresException clash) when (clash.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure)
            {
                if (attempt == Attempts)
                    throw new DeskException("Others kept changing the same records at the same moment, so nothing was written; try again.", clash);
                // two that met once must not meet again at the same moment
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(10, 50) * attempt), cancel);
            }
        }
    }

    private async Task<T> WriteOnceAsync<T>(Func<DeskTransaction, Task<T>> act, CancellationToken cancel)
    {
        await using var connection = await OpenAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var result = await act(new DeskTransaction(connection, transaction, Dialect, Now));
        await CommitAsync(transaction, cancel);
        return result;
    }

    private static async Task CommitAsync(DbTransaction transaction, CancellationToken cancel)
    {
        try
        {
            await transaction.CommitAsync(cancel);
        }
        catch (Exception e) when (IsOfStaleConnection(e))
        {
            throw new DeskException("The database went away while this was written; look whether it was done, and do it again if it was not.", e);
        }
    }

    // a server that was restarted leaves connections in the pool that fail at their first use
    private static bool IsOfStaleConnection(Exception e) => e switch
    {
        PostgresException ended => ended.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow,
        NpgsqlException lost => lost.InnerException is IOException or System.Net.Sockets.SocketException,
        _ => false,
    };

    private void Forget() => postgres?.Clear();

    /// <inheritdoc cref="WriteAsync{T}"/>
    public Task WriteAsync(Func<DeskTransaction, Task> act, CancellationToken cancel = default) =>
        WriteAsync(async tx =>
        {
            await act(tx);
            return true;
        }, cancel);

    private static NpgsqlDataSource Postgres(string connectionString)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        builder.UseNodaTime();
        return builder.Build();
    }

    public async ValueTask DisposeAsync()
    {
        if (postgres is not null)
        {
            await postgres.DisposeAsync();
        }
        else
        {
            // pooled connections keep the file open, and a data folder must be movable once the desk has stopped
            using var connection = new SqliteConnection(connectionString);
            SqliteConnection.ClearPool(connection);
        }
    }
}
