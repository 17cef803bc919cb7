using AbuseDesk.Deadlines;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Terms;
using NodaTime;

namespace AbuseDesk.Notices.Review;

/// <summary>The checks of a notice that takes something from the customer: its contract path and its dates. Pure functions over the facts.</summary>
/// <param name="facts">Of the version.</param>
/// <param name="now">When it would be approved or sent.</param>
/// <param name="calendars">Of the policy.</param>
internal sealed class MeasureChecks(NoticeFacts facts, Instant now, Calendars calendars)
{
    private bool Ends => facts.Kind == NoticeKind.Termination;

    public IEnumerable<NoticeCheck> All()
    {
        if (facts.Contract is not { } contract || facts.Measure is not { } measure)
        {
            yield return new(false, "No contract path is chosen; redraft it with one.", "DSA Art 17(3)(e)");
            yield break;
        }

        var source = $"clause {contract.ChosenClause.Number}; DSA Art 17(3)(e)";
        if (contract.Period.Days > 0)
            yield return Given(contract, measure, source);
        if (contract.Preconditions.Count > 0 || contract.Period.Days == 0)
            yield return Proved(contract, source);
        yield return Ahead(measure);
        yield return Preserved(measure);
    }

    /// <summary>The whole period lies between now and the measure, on the provider's calendar.</summary>
    private NoticeCheck Given(ContractFacts contract, MeasureFacts measure, string source)
    {
        var zone = Zones.Get(facts.Date.ZoneId);
        var days = contract.Period.Days;
        Instant earliest;
        LocalDate last;
        try
        {
            Func<LocalDate, bool> works = contract.WorkingDays is { } calendar ? calendars.Get(calendar).IsBusinessDay : _ => true;
            (earliest, last) = (contract.Period.Earliest(now, zone, works), contract.Period.LastDay(now, zone, works));
        }
        catch (DeskException wrong)
        {
            return new(false, wrong.Message, source);
        }

        if (measure.Effective.Provider.Instant >= earliest)
            return new(true, $"{(Ends ? $"{Counted.Of(days, "day")} of notice" : $"Cure path: {Counted.Of(days, "day")} to cure")} are given, to the end of {facts.Date.AtStartOf(last).InEnglish.WeekdayDate}", source);
        var moved = last != now.InZone(zone).Date.PlusDays(days) ? ", and the last of them must be a working day" : "";
        var way = Ends ? $"The termination path asks for {Counted.Of(days, "day")} of notice" : $"The cure path gives {Counted.Of(days, "day")}";
        var from = new Moment(earliest, facts.Date.ZoneId, facts.Date.Language).InEnglish.WeekdayDateTime;
        return new(false, $"{way}{moved}; take an effective instant from {from} on{(Ends ? "" : ", or the immediate path")}.", source);
    }

    /// <summary>The contract path is proved by facts, or blocks and says what would resolve it.</summary>
    private NoticeCheck Proved(ContractFacts contract, string source)
    {
        var gaps = ContractProof.Gaps(facts, now);
        var path = Words.Of(contract.Chosen);
        var count = contract.Preconditions.Count;
        return gaps.Count == 0
            ? new(true, $"{char.ToUpperInvariant(path[0])}{path[1..]} path: {count} of {count} preconditions hold{Exhibits(contract)}", source)
            : new(false, $"The {path} path is not proved: {string.Join("; ", gaps)}{(contract.Chosen == ContractPath.Immediate ? "; or take the cure path" : "")}.", source);
    }

    private static string Exhibits(ContractFacts contract) => contract.Preconditions.Where(one => one.Exhibits.Count > 0)
        .Select(one => $"{one.Marker} {string.Join(", ", one.Exhibits)}").ToList() is { Count: > 0 } proofs ? $": {string.Join("; ", proofs)}" : "";

    private NoticeCheck Ahead(MeasureFacts measure) => measure.Effective.Provider.Instant > now
        ? new(true, "The instant is ahead", $"{measure.Effective.Utc.InEnglish.ShortDateTime} UTC")
        : new(false, $"{(Ends ? "The contract would end" : "The suspension would take effect")} in the past; redraft it with a later instant.", "the clock");

    private NoticeCheck Preserved(MeasureFacts measure)
    {
        var until = measure.PreservedUntil.Provider.Instant;
        if (until <= measure.Effective.Provider.Instant)
            return new(false, "The data must be preserved beyond the effective instant; redraft it.", "the notice");
        // a promise to the customer is not shortened by a later notice
        return Ends && facts.Suspension is { PreservedUntil: { } promised } suspension && until < promised.Provider.Instant
            ? new(false, $"{suspension.NoticeRef} promises to preserve the data until {promised.Provider.InEnglish.DateTime}, which is later than this notice says; redraft it with that instant or a later one.", suspension.NoticeRef)
            : new(true, "Data are preserved beyond the effective instant", "the notice");
    }
}
