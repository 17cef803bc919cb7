using AbuseDesk.Database;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AbuseDesk.Tests.Database;

public enum Engine
{
    Sqlite,
    Postgres,
}

/// <summary>Every fixture derived from this one runs on both engines, each test on a desk of its own.</summary>
[TestFixture(Engine.Sqlite)]
[TestFixture(Engine.Postgres)]
public abstract class DeskTest(Engine engine)
{
    private TestDesk? desk;

    /// <summary>True for fixtures that change templates: each test gets a copy of its own.</summary>
    protected virtual bool OwnTemplates => false;

    /// <summary>Settings beyond the database; null for those that are not set.</summary>
    protected virtual string? Setting(string name) => null;

    protected TestDesk Desk => desk ?? throw new InvalidOperationException("The desk is there only while a test runs.");

    protected ScriptedClock Clock => Desk.Clock;

    protected DeskDatabase Database => Get<DeskDatabase>();

    protected T Get<T>() where T : notnull => Desk.Services.GetRequiredService<T>();

    /// <summary>An instant from "2021-01-09T17:00:00Z".</summary>
    protected static Instant At(string utc) => NodaTime.Text.InstantPattern.General.Parse(utc).GetValueOrThrow();

    [SetUp]
    public async Task OpenTheDesk() => desk = await TestDesk.OpenAsync(engine, OwnTemplates, Setting);

    [TearDown]
    public async Task CloseTheDesk()
    {
        if (desk is not null)
        {
            await desk.DisposeAsync();
            desk = null;
        }
    }
}
