using AbuseDesk.Database;
using AbuseDesk.Journal;
using NodaTime;

namespace AbuseDesk.Deadlines.Changing;

/// <summary>A second person approves or refuses an extension.</summary>
public sealed class DecideExtension(DeskDatabase database, DeadlineRules rules, MoveDeadline move)
{
    /// <param name="actor">One of the roles that the rule names; not who asked.</param>
    /// <param name="deadlineRef">"D-2021-00012".</param>
    /// <param name="approve">False refuses it.</param>
    /// <param name="comment">For the journal; a refusal needs one.</param>
    /// <exception cref="DeskException">None is asked for, the same person asked, the instant has passed, or a refusal says nothing.</exception>
    public Task RunAsync(Actor actor, string deadlineRef, bool approve, string? comment = null) => database.WriteAsync(async tx =>
    {
        var deadline = await TakenDeadline.TakeRunningAsync(tx, deadlineRef);
        actor.Demand("decide on an extension", [.. rules.Get(deadline.Rule).Changes.Extend]);
        var asked = await tx.FindAsync<Asked>("select id, until_at, until_zone, reason, asked_by from deadline_extensions where deadline_id = @Id and status = 'asked'", deadline)
            ?? throw new DeskException($"Nobody has asked for an extension of {deadline.Ref}.");
        if (asked.AskedBy == actor.Login) throw new DeskException($"You asked for this extension of {deadline.Ref} yourself; another person must decide on it.") { Refused = true };
        var why = comment?.Trim() ?? "";
        if (!approve && why.Length == 0) throw new DeskException("Say why the extension is refused; who asked reads it in the journal.");
        if (approve && asked.UntilAt <= tx.Now) throw new DeskException($"The extension of {deadline.Ref} would have ended already; refuse it, and have a later one asked for.");
        await tx.ExecuteAsync(
            "update deadline_extensions set status = @status, decided_at = @Now, decided_by = @Login, comment = @why where id = @Id",
            new { asked.Id, tx.Now, actor.Login, why, status = approve ? "approved" : "refused" });
        var until = SaidTime.Brief(asked.UntilAt, Zones.Get(asked.UntilZone));
        await JournalWriter.AppendAsync(
            tx, deadline.CaseRef, actor, approve ? "extension-approved" : "extension-refused",
            $"{(approve ? "approved" : "refused")} the extension of {deadline.Ref} to {until} that {asked.AskedBy} asked for{(why.Length == 0 ? "" : $": {why}")}",
            new { deadline = deadline.Ref, until = InstantHandler.Text(asked.UntilAt), asked_by = asked.AskedBy, comment = why });
        if (!approve) return;
        await tx.ExecuteAsync("update deadlines set extended = true where id = @Id", deadline);
        await move.RunAsync(tx, actor, deadline, new DeadlineMove
        {
            Cause = "extended",
            Reason = $"extended: {asked.Reason}",
            Due = PromisedTime.At(asked.UntilAt, asked.UntilZone),
            Explanation = $"{deadline.Explanation.TrimEnd('.')}; extended to {until} by {actor.Name} ({asked.Reason.TrimEnd('.')}).",
            NotBefore = deadline.NotBeforeAt,
        });
    });

    private sealed record Asked
    {
        public required long Id { get; init; }

        public required Instant UntilAt { get; init; }

        public required string UntilZone { get; init; }

        public required string Reason { get; init; }

        public required string AskedBy { get; init; }
    }
}
