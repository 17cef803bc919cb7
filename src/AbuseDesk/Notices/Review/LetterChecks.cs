using AbuseDesk.Notices.Facts;

namespace AbuseDesk.Notices.Review;

/// <summary>The checks of a letter to a reporter: pure functions over its facts and the text as it will be sent.</summary>
internal static class LetterChecks
{
    private const string Receipt = "DSA Art 16(4)";
    private const string Decision = "DSA Art 16(5)";

    public static IEnumerable<NoticeCheck> Of(NoticeFacts facts, NoticeVersionRow version, RecordDifference? difference, string mailText, LetterSecrets secrets)
    {
        var reporter = facts.Reporter!;
        // where a line breaks says nothing; a long location is broken inside
        var text = TextChecks.OneLine(mailText);
        yield return difference is null
            ? new(true, $"{Counted.Of(reporter.Refs.Count, "report")} of this reporter, {Counted.Of(reporter.Reported.Count, "item")}: as on record", "the record")
            : new(false, $"The record has changed since version {version.Number} was compiled ({difference.Words}); redraft it.", "the record") { Untrue = difference.Untrue };
        yield return new(true, $"Goes to {reporter.Email}, and to nobody else", string.Join(", ", reporter.Refs));
        yield return Names(reporter, text, facts.Kind == NoticeKind.Receipt ? Receipt : Decision);
        yield return NoCustomer(reporter, text, secrets);
        yield return NoOther(reporter, text, secrets);
        if (facts.Kind != NoticeKind.Decision)
            yield break;
        yield return Decided(reporter);
        yield return Redress(text, facts.Provider);
        yield return Automated(facts, text);
    }

    private static NoticeCheck Names(ReporterFacts reporter, string text, string source) =>
        reporter.Refs.FirstOrDefault(report => !text.Contains(report, StringComparison.Ordinal)) is { } unsaid
            ? new(false, $"The text does not name {unsaid}, which it answers; mend the template and redraft it.", source)
            : new(true, $"Names {string.Join(", ", reporter.Refs)}", source);

    // what the reporter wrote, they know: a customer's name may stand in its address
    private static NoticeCheck NoCustomer(ReporterFacts reporter, string text, LetterSecrets secrets)
    {
        const string source = "confidentiality";
        var own = reporter.Reported.Select(report => report.Location).Append(reporter.Email).Append(reporter.Name ?? "").Where(said => said.Length > 0)
            .OrderByDescending(said => said.Length).Aggregate(text, (rest, said) => rest.Replace(said, " ", StringComparison.Ordinal));
        var said = TextChecks.Names(own, secrets.CustomerName) ? "the customer"
            : TextChecks.Names(own, secrets.Account) ? "the customer’s account"
            : Person(reporter, own, secrets.Contacts) is not null ? "a contact of the customer" : null;
        return said is null
            ? new(true, "Says nothing of the customer or its account", source)
            : new(false, $"The text names {said}; the reporter must not learn it. Reword the reason of the decision, or mend the template, and redraft it.", source);
    }

    private static NoticeCheck NoOther(ReporterFacts reporter, string text, LetterSecrets secrets) => Person(reporter, text, secrets.Reporters) is null
        ? new(true, $"None of the {secrets.Reporters.Count} others who reported is named", "confidentiality")
        : new(false, "The text names somebody else who reported; reword the reason of the decision and redraft it.", "confidentiality");

    // names are looked for where somebody wrote freely: elsewhere "May" is a month and "Mark" a verb
    private static Reporter? Person(ReporterFacts reporter, string text, IReadOnlyList<Reporter> people)
    {
        var reasons = string.Join(' ', reporter.Reported.Select(report => report.Decision?.Reason));
        return people.FirstOrDefault(person =>
            person.Email is { Length: > 0 } email && text.Contains(email, StringComparison.OrdinalIgnoreCase)
            || !string.Equals(person.Name, reporter.Name, StringComparison.OrdinalIgnoreCase) && TextChecks.Names(reasons, person.Name));
    }

    private static NoticeCheck Decided(ReporterFacts reporter) => reporter.Reported.FirstOrDefault(report => report.Decision is null) is { } open
        ? new(false, $"The item of {open.Ref} is not decided; uphold or reverse it, and redraft the letter.", Decision)
        : reporter.Reported.FirstOrDefault(report => report.Decision is { Upheld: false } decision && string.IsNullOrWhiteSpace(decision.Reason)) is { } bare
            ? new(false, $"No reason is on record for the decision on {bare.Ref}; reverse it with one.", Decision)
            : new(true, $"Every item is decided: {reporter.Upheld} upheld, {reporter.NotUpheld} not", Decision);

    private static NoticeCheck Redress(string text, ProviderFacts provider) => text.Contains(provider.LegalEmail, StringComparison.Ordinal)
        ? new(true, $"Says where a review is asked for ({provider.LegalEmail})", Decision)
        : new(false, "The text does not say where a review is asked for; mend the template and redraft it.", Decision);

    private static NoticeCheck Automated(NoticeFacts facts, string text) => facts.AutomatedMeans is { } means && !text.Contains(TextChecks.OneLine(means), StringComparison.Ordinal)
        ? new(false, "The text does not say which automated means were used; mend the template and redraft it.", "DSA Art 16(6)")
        : new(true, facts.AutomatedMeans is null ? "No automated means are on record" : "Says which automated means were used", "DSA Art 16(6)");
}
