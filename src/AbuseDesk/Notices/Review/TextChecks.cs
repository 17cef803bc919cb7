using System.Text.RegularExpressions;
using AbuseDesk.Notices.Facts;

namespace AbuseDesk.Notices.Review;

/// <summary>Who reported an item; either may be missing.</summary>
public sealed record Reporter(string? Name, string? Email)
{
    /// <summary>The report for which legal released the identity expressly; null where nobody did.</summary>
    public string? ReleasedIn { get; init; }
}

/// <summary>
/// The checks that only the text decides: a fact that a template leaves out is not said, whatever the record holds.
/// Pure functions over the text as it will be sent.
/// </summary>
internal static partial class TextChecks
{
    public static IEnumerable<NoticeCheck> Of(NoticeFacts facts, string mailText, IReadOnlyList<Reporter> reporters)
    {
        // where a line breaks says nothing
        var text = OneLine(mailText);
        yield return NoReporter(facts, text, reporters);
        if (facts.AutomatedMeans is { } means)
            yield return Automated(text, means);
        if (facts.Kind == NoticeKind.Reinstatement && facts.Suspension?.Lifted is { } lifted)
        {
            yield return Redress(text, facts.Provider);
            yield return Instant(text, lifted);
        }

        if (facts.Measure is not { } measure)
            yield break;
        if (facts.Contract is { } contract)
            yield return Clause(text, contract.ChosenClause);
        yield return Scope(facts, text, measure);
        yield return Redress(text, facts.Provider);
        yield return Instant(text, measure.Effective);
        yield return Preserved(text, measure);
    }

    /// <summary>
    /// Addresses are looked for in all of the text. Names are looked for where the desk did not write the words itself:
    /// in excerpts and locations; elsewhere "May" is a month and "Mark" a verb.
    /// </summary>
    private static NoticeCheck NoReporter(NoticeFacts facts, string text, IReadOnlyList<Reporter> all)
    {
        const string source = "DSA Art 17(3)(b)";
        var reporters = all.Where(reporter => reporter.ReleasedIn is null).ToList();
        var released = all.Select(reporter => reporter.ReleasedIn).OfType<string>().Distinct().ToList();
        if (reporters.Any(reporter => reporter.Email is { Length: > 0 } email && text.Contains(email, StringComparison.OrdinalIgnoreCase)))
            return new(false, "The text names who reported by an e-mail address; leave that item out of the notice, reverse it, or have legal release the identity.", source) { About = CheckedFact.Case(facts) };
        var item = facts.Items.FirstOrDefault(item => reporters.Any(reporter => Names($"{item.Excerpt} {item.Url}", reporter.Name)));
        return item is null
            ? new(true, $"None of the {reporters.Count} who reported is named{(released.Count == 0 ? "" : $"; legal released the identity in {string.Join(", ", released)}")}", source)
            : new(false, $"The excerpt of item {item.Number} names who reported; leave the item out of the notice, reverse it, or have legal release the identity.", source) { About = CheckedFact.Item(facts, item.Number, "reports") };
    }

    // a name stands as words of its own: Mark is not in "market"; one word alone counts only as it is written
    public static bool Names(string text, string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return false;
        var words = name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var pattern = $@"(?<!\w){string.Join(@"\s+", words.Select(Regex.Escape))}(?!\w)";
        return Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant | (words.Length > 1 ? RegexOptions.IgnoreCase : RegexOptions.None));
    }

    private static NoticeCheck Automated(string text, string means) => text.Contains(OneLine(means), StringComparison.Ordinal)
        ? new(true, "Says which automated means were used", "DSA Art 17(3)(c)")
        : new(false, "The text does not say which automated means were used; mend the template and redraft it.", "DSA Art 17(3)(c)");

    /// <summary>The clause that the measure rests on stands in the text by its number and in its words.</summary>
    private static NoticeCheck Clause(string text, ClauseFacts clause)
    {
        const string source = "DSA Art 17(3)(e)";
        // a quotation is marked at the start of each of its lines
        string Bare(string words) => OneLine(words).Replace(" | ", " ", StringComparison.Ordinal);
        var said = Bare(text);
        var unsaid = clause.Lines.FirstOrDefault(line => !said.Contains(Bare(line.Text), StringComparison.Ordinal));
        return !text.Contains(clause.Number, StringComparison.Ordinal) ? new(false, $"The text does not name clause {clause.Number}, which the measure rests on; mend the template and redraft it.", source)
            : unsaid is null ? new(true, $"Quotes clause {clause.Number}, which the measure rests on", source)
            : new(false, $"The text does not quote clause {clause.Number} in full; mend the template and redraft it.", source);
    }

    private static NoticeCheck Scope(NoticeFacts facts, string text, MeasureFacts measure)
    {
        var unsaid = measure.Resources.FirstOrDefault(resource => !text.Contains(resource, StringComparison.Ordinal));
        return measure.Resources.Count == 0 ? new(false, "The customer holds no resource now, so the measure has no scope; correct the customer list.", "DSA Art 17(3)(a)") { About = CheckedFact.Case(facts) }
            : unsaid is null ? new(true, $"The measure names all {measure.Resources.Count} resources that it covers", "DSA Art 17(3)(a)")
            : new(false, $"The text does not name {unsaid}, which the measure covers; mend the template and redraft it.", "DSA Art 17(3)(a)") { About = CheckedFact.Template(facts) };
    }

    private static NoticeCheck Redress(string text, ProviderFacts provider) =>
        !text.Contains(provider.AbuseEmail, StringComparison.Ordinal) ? new(false, "The text does not say where to reply; mend the template and redraft it.", "DSA Art 17(3)(f)")
        : !text.Contains(provider.LegalEmail, StringComparison.Ordinal) ? new(false, "The text does not say where a review is asked for; mend the template and redraft it.", "DSA Art 17(3)(f)")
        : new(true, $"Says where to reply ({provider.AbuseEmail}) and where a review is asked for ({provider.LegalEmail})", "DSA Art 17(3)(f)");

    private static NoticeCheck Instant(string text, MomentInZones instant)
    {
        Moment[] clocks = [instant.Provider, instant.Customer, instant.Utc];
        var unsaid = clocks.FirstOrDefault(clock => !Says(text, clock));
        return unsaid is null
            ? new(true, "The instant is stated in our zone, in the customer's and in UTC", $"{instant.Utc.InEnglish.ShortDateTime} UTC")
            : new(false, $"The text does not state the instant on the clock of {unsaid.City}; mend the template and redraft it.", "the text");
    }

    private static NoticeCheck Preserved(string text, MeasureFacts measure) => Says(text, measure.PreservedUntil.Provider)
        ? new(true, $"Data are preserved until {measure.PreservedUntil.Provider.InEnglish.Date}; sending places the hold", "the text")
        : new(false, "The text does not say until when the data are preserved; mend the template and redraft it.", "the text");

    private static bool Says(string text, Moment moment) =>
        text.Contains(WhiteSpace().Replace(moment.WeekdayDateTime, " "), StringComparison.Ordinal);

    public static string OneLine(string text) => WhiteSpace().Replace(text, " ");

    // U+00A0 counts as white space here
    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
