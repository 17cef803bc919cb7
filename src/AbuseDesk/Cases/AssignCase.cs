using AbuseDesk.Database;
using AbuseDesk.Journal;

namespace AbuseDesk.Cases;

/// <summary>Gives a case to somebody, or to nobody. An agent may take a case or put down their own; a lead may do all of it.</summary>
public sealed class AssignCase(DeskDatabase database, DeskZone zone)
{
    /// <param name="actor">Agent or lead.</param>
    /// <param name="caseRef">Its reference.</param>
    /// <param name="login">Who shall work on it; null for nobody.</param>
    /// <param name="seenVersion">The version that the actor looked at; null skips the check.</param>
    /// <exception cref="DeskException">No such case or person, no right, or changed meanwhile.</exception>
    public Task RunAsync(Actor actor, string caseRef, string? login, long? seenVersion = null)
    {
        actor.Demand("assign a case", Role.Agent, Role.Lead);
        return database.WriteAsync(async tx =>
        {
            var head = await CaseHead.TakeOpenAsync(tx, caseRef);
            await head.DemandVersionAsync(tx, seenVersion, zone);
            await InsideAsync(tx, actor, head, login);
        });
    }

    /// <summary>The same inside another act's transaction; nothing where the case is theirs already.</summary>
    internal static async Task InsideAsync(DeskTransaction tx, Actor actor, CaseHead head, string? login)
    {
        if (head.Assignee == login) return;
        if ((head.Assignee ?? actor.Login) != actor.Login || (login ?? actor.Login) != actor.Login)
            actor.Demand("assign the cases of others", Role.Lead);
        var name = login is null ? null : await NameAsync(tx, login);
        await tx.ExecuteAsync("update cases set assignee = @login, version = version + 1 where id = @Id", new { head.Id, login });
        var summary = name is null ? "gave the case back, so that nobody has it"
            : login == actor.Login ? "took the case on" : $"assigned the case to {name}";
        await JournalWriter.AppendAsync(tx, head.Ref, actor, "case-assigned", summary, new { assignee = login, before = head.Assignee });
    }

    private static async Task<string> NameAsync(DeskTransaction tx, string login)
    {
        var person = await tx.FindAsync<Person>("select name, roles, disabled from staff where login = @login", new { login });
        return person switch
        {
            null => throw new DeskException($"Nobody here has the login “{Shown.Briefly(login)}”; choose one of the staff."),
            { Disabled: true } => throw new DeskException($"{person.Name} cannot sign in any more; choose somebody else."),
            _ when !person.Roles.Split(' ').Any(role => role is "agent" or "lead") =>
                throw new DeskException($"{person.Name} does not work on cases; choose an agent."),
            _ => person.Name,
        };
    }

    private sealed record Person
    {
        public required string Name { get; init; }

        public required string Roles { get; init; }

        public required bool Disabled { get; init; }
    }
}
