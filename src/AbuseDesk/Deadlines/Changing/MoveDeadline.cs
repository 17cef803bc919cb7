using System.Globalization;
using AbuseDesk.Cases;
using AbuseDesk.Database;
using AbuseDesk.Deadlines.Computing;
using AbuseDesk.Journal;
using NodaTime;

namespace AbuseDesk.Deadlines.Changing;

/// <summary>Why and where a deadline moves.</summary>
internal sealed record DeadlineMove
{
    /// <summary>calendar-changed, anchor-corrected, resumed, extended.</summary>
    public required string Cause { get; init; }

    /// <summary>Ends the journal's sentence and the mail's.</summary>
    public required string Reason { get; init; }

    public required PromisedTime Due { get; init; }

    public required string Explanation { get; init; }

    public Instant? NotBefore { get; init; }

    /// <summary>By which it was computed; null where it has none.</summary>
    public BusinessCalendar? Calendar { get; init; }
}

/// <summary>Gives a deadline another instant: the old one stays on record, its reminders move, and those who count on it are told.</summary>
public sealed class MoveDeadline(DeadlineRules rules, MovedMail mail)
{
    internal async Task RunAsync(DeskTransaction tx, Actor actor, TakenDeadline deadline, DeadlineMove move)
    {
        await UpdateAsync(tx, deadline, move);
        if (move.Due.Instant == deadline.DueAt && !deadline.IsPaused) return;
        await tx.ExecuteAsync(
            """
            insert into deadline_moves (deadline_id, moved_at, moved_by, cause, reason, old_due_at, old_explanation, new_due_at)
            values (@Id, @Now, @Login, @Cause, @Reason, @DueAt, @Explanation, @Instant)
            """,
            new { deadline.Id, tx.Now, actor.Login, move.Cause, move.Reason, deadline.DueAt, deadline.Explanation, move.Due.Instant });
        await ReminderPlan.ClearAsync(tx, deadline.Id);
        if (rules.Find(deadline.Rule) is { } rule) await ReminderPlan.AddAsync(tx, deadline.Id, PlannedReminders.For(rule, tx.Now, move.Due.Instant));
        await DeadlineTurn.RefreshAsync(tx, deadline.CaseId);
        await JournalWriter.AppendAsync(
            tx, deadline.CaseRef, actor, "deadline-moved",
            $"moved {deadline.Ref}: {deadline.ToDo}, from {deadline.Due} to {SaidTime.Brief(move.Due.Instant, Zones.Get(move.Due.Zone))} ({move.Reason})",
            new { deadline = deadline.Ref, cause = move.Cause, reason = move.Reason, from = InstantHandler.Text(deadline.DueAt), to = InstantHandler.Text(move.Due.Instant), why = move.Explanation });
        await mail.QueueAsync(tx, deadline, move, rules.Find(deadline.Rule));
    }

    private static Task<int> UpdateAsync(DeskTransaction tx, TakenDeadline deadline, DeadlineMove move) => tx.ExecuteAsync(
        """
        update deadlines set due_at = @Instant, due_local = @local, due_zone = @Zone, explanation = @Explanation, not_before_at = @NotBefore,
          calendar_sha256 = coalesce(@sha256, calendar_sha256), status = 'open', version = version + 1,
          ran_out_at = case when @Instant > @Now then null else ran_out_at end
        where id = @Id
        """,
        new
        {
            deadline.Id,
            tx.Now,
            move.Due.Instant,
            local = move.Due.Local.ToString("uuuu-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
            move.Due.Zone,
            move.Explanation,
            move.NotBefore,
            sha256 = move.Calendar?.Fingerprint,
        });
}
