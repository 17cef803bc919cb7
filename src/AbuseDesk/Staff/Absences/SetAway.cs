using AbuseDesk.Database;
using AbuseDesk.Journal;
using NodaTime;
using NodaTime.Text;

namespace AbuseDesk.Staff.Absences;

/// <summary>Says on which days a person is away and who stands in. It takes the place of what was said before for any of these days.</summary>
public sealed class SetAway(DeskDatabase database)
{
    private static readonly Role[] Working = [Role.Agent, Role.Lead, Role.Legal];

    /// <param name="actor">The person, or a lead or admin for somebody who cannot say it any more.</param>
    /// <param name="login">Who is away.</param>
    /// <param name="from">The first day, on the calendar of their zone.</param>
    /// <param name="until">The last day.</param>
    /// <param name="substitute">Login of somebody who has the roles in which they work.</param>
    /// <param name="cancel">Stops before anything is written.</param>
    /// <exception cref="DeskException">The actor may not, the days are past or turned round, or the substitute cannot stand in.</exception>
    public Task RunAsync(Actor actor, string login, LocalDate from, LocalDate until, string substitute, CancellationToken cancel = default) =>
        database.WriteAsync(async tx =>
        {
            var person = await StaffRecords.KnownAsync(tx.Connection, login);
            if (actor.Login != person.Login)
                actor.Demand("say when somebody else is away", Role.Lead, Role.Admin);
            var zone = Zones.Get(person.Zone);
            var days = new { fromAt = zone.AtStartOfDay(from).ToInstant(), untilAt = zone.AtStartOfDay(until.PlusDays(1)).ToInstant() };
            if (until < from)
                throw new DeskException("The last day lies before the first; turn them round.");
            if (days.untilAt <= tx.Now)
                throw new DeskException("These days are over; name days that are not.");
            var other = await StaffRecords.GetAsync(tx.Connection, substitute);
            await RequireAbleAsync(tx, person, other, days.fromAt, days.untilAt);
            await tx.ExecuteAsync(
                "update absences set ended_at = @Now where login = @Login and ended_at is null and from_at < @untilAt and until_at > @fromAt",
                new { tx.Now, person.Login, days.fromAt, days.untilAt });
            await tx.ExecuteAsync(
                """
                insert into absences (login, substitute, from_date, until_date, from_at, until_at, set_at, set_by)
                values (@Login, @substitute, @from, @until, @fromAt, @untilAt, @Now, @by)
                """,
                new { person.Login, substitute = other.Login, from = LocalDatePattern.Iso.Format(from), until = LocalDatePattern.Iso.Format(until), days.fromAt, days.untilAt, tx.Now, by = actor.Login });
            await JournalWriter.AppendAsync(tx, JournalWriter.Desk, actor, "away-set",
                $"{person.Name} ({person.Login}) is away from {LocalDatePattern.Iso.Format(from)} until {LocalDatePattern.Iso.Format(until)}; {other.Name} ({other.Login}) stands in",
                new { person.Login, substitute = other.Login, from = LocalDatePattern.Iso.Format(from), until = LocalDatePattern.Iso.Format(until), person.Zone });
        }, cancel);

    /// <summary>The roles in which a person works, all of which who stands in must have.</summary>
    public static IReadOnlyList<Role> WorkingRoles(StaffMember person) => [.. person.RoleSet.Intersect(Working)];

    private static async Task RequireAbleAsync(DeskTransaction tx, StaffMember person, StaffMember other, Instant from, Instant until)
    {
        if (other.Login == person.Login)
            throw new DeskException("Nobody stands in for themselves; name somebody else.");
        var needed = WorkingRoles(person);
        if (needed.Count == 0)
            throw new DeskException($"{person.Name} has no role in which anybody could stand in: {string.Join(", ", Working.Select(Words.Of))}.");
        if (needed.Except(other.RoleSet).ToList() is { Count: > 0 } missing)
            throw new DeskException($"{other.Name} does not have the role {string.Join(" and ", missing.Select(Words.Of))}, in which {person.Name} works; name somebody who has.");
        var away = (await AbsenceRecords.AheadAsync(tx.Connection, tx.Now)).FirstOrDefault(absence => absence.Login == other.Login && absence.FromAt < until && absence.UntilAt > from);
        if (away is not null)
            throw new DeskException($"{other.Name} is away too, from {away.From} until {away.Until}; name somebody who is there.");
    }
}
