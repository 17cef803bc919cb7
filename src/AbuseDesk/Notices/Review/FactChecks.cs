using AbuseDesk.Notices.Facts;
using NodaTime;

namespace AbuseDesk.Notices.Review;

/// <summary>The checks that the facts alone decide: pure functions.</summary>
internal static class FactChecks
{
    public static NoticeCheck Clauses(NoticeFacts facts)
    {
        var wrong = facts.Items.FirstOrDefault(item => !facts.Terms.Any(version =>
            version.ItemNumbers.Contains(item.Number)
            && version.Clauses.Any(clause => clause.Number == item.Clause)
            && version.InForceFrom.Instant <= item.Seen.Provider.Instant
            && (version.InForceUntil is null || item.Seen.Provider.Instant < version.InForceUntil.Instant + Duration.FromSeconds(1))));
        var cited = string.Join(", ", facts.Terms.Select(version => $"{string.Join(" and ", version.Clauses.Select(clause => clause.Number))} of {version.Version.InEnglish.Date}"));
        return wrong is null
            ? new(true, "Clauses were in force when each item was seen", cited)
            : new(false, $"Clause {wrong.Clause} was not in force when item {wrong.Number} was seen; uphold the item under the clause that was.", cited) { About = CheckedFact.Item(facts, wrong.Number, "violations") };
    }


    public static IEnumerable<NoticeCheck> OfReinstatement(NoticeFacts facts, NoticeRow notice, NoticeVersionRow version)
    {
        yield return facts.Suspension is { Lifted: { } lifted } suspension
            ? new(true, $"The suspension {suspension.Ref} is {(suspension.CalledOff ? "called off" : "lifted")}", $"{lifted.Utc.ShortDateTime} UTC")
            : new(false, "No suspension of the case has ended; lift it or call it off, and redraft the notice.", "the record") { About = CheckedFact.Case(facts) };
        yield return TwoPeople(facts, notice, version);
    }

    /// <summary>Nobody can act by a date that has passed, whatever the kind of the notice.</summary>
    public static IEnumerable<NoticeCheck> Dates(NoticeFacts facts, Instant now)
    {
        (string Name, MomentInZones? Stated)[] dates =
        [
            ("date to act by", facts.ActBy),
            ("date to confirm receipt by", facts.AcknowledgeBy),
            ("date until which the data are preserved", facts.Measure?.PreservedUntil),
        ];
        foreach (var (name, stated) in dates)
        {
            if (stated is null)
                continue;
            yield return stated.Utc.Instant > now
                ? new(true, $"The {name} is ahead", $"{stated.Utc.InEnglish.ShortDateTime} UTC")
                : new(false, $"The {name}, {stated.Utc.InEnglish.ShortDateTime} UTC, has passed; redraft it with a later one.", "the clock") { About = CheckedFact.Redraft(facts) };
        }
    }

    public static NoticeCheck TwoPeople(NoticeFacts facts, NoticeRow notice, NoticeVersionRow version) => notice.Reviewer switch
    {
        { } reviewer when reviewer == version.CompiledBy => new(false, $"{facts.Approver?.Name} compiled this version and cannot approve it; somebody else must redraft it.", "two-person rule") { About = CheckedFact.Redraft(facts) },
        { } reviewer when reviewer != notice.Author => new(true, "Author and reviewer are two people", $"{facts.Author.Name}, {facts.Approver?.Name}"),
        _ => new(false, "The author cannot approve the notice; redraft it naming another lawyer.", "two-person rule") { About = CheckedFact.Redraft(facts) },
    };
}
