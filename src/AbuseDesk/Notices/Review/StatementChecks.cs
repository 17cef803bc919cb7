using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Templates;
using AbuseDesk.Notices.Writers;

namespace AbuseDesk.Notices.Review;

/// <summary>
/// Whether the text says what a statement of reasons must say, in any language: a fact is changed, the notice compiled again, and where
/// its words stay the same they never depended on the fact. Pure functions.
/// </summary>
public static class StatementChecks
{
    private const string Probe = "Atlantis";

    /// <summary>Every figure of the text is what its facts give: nobody typed one.</summary>
    public static NoticeCheck Figures(NoticeFacts facts, NoticeTemplate template, NoticeVersionRow version, string text)
    {
        if (template.Sha256 != version.TemplateSha256)
            return new(true, "Its wording is that of an earlier template; its facts are as on record", $"template {version.TemplateSha256[..8]}…");
        return Write(facts, template) == text
            ? new(true, "Every count, date and name in the text is computed from the record", $"template {template.Sha256[..8]}…")
            : new(false, "The text is not what the record gives, word for word; redraft it.", "the record") { About = CheckedFact.Redraft(facts) };
    }

    /// <summary>The points of a statement of reasons that only the wording of the template decides.</summary>
    public static IEnumerable<NoticeCheck> OfMeasure(NoticeFacts facts, MeasureFacts measure, NoticeTemplate template)
    {
        var text = Write(facts, template);
        yield return Says(facts, Write(facts with { Measure = measure with { Territories = [Probe] } }, template).Contains(Probe, StringComparison.Ordinal),
            "territory in which the measure holds", "DSA Art 17(3)(a)");
        // the end of a contract has no end of its own
        if (facts.Kind != NoticeKind.Termination)
            yield return Says(facts, Write(facts with { Measure = measure with { EndsAt = measure.EndsAt is null ? measure.PreservedUntil : null } }, template) != text,
                "duration of the measure", "DSA Art 17(3)(a)");
        yield return Says(facts, Write(Reported(facts, true), template) != text || Write(Reported(facts, false), template) != text,
            "source of the items, reports or own finding", "DSA Art 17(3)(b)");
        yield return Says(facts, Write(facts with { AutomatedMeans = Probe }, template).Contains(Probe, StringComparison.Ordinal),
            "automated means that were used, or that none were", "DSA Art 17(3)(c)");
    }

    private static NoticeFacts Reported(NoticeFacts facts, bool reported) => facts with { Items = [.. facts.Items.Select(item => item with { Reported = reported })] };

    private static NoticeCheck Says(NoticeFacts facts, bool said, string what, string source) => said
        ? new(true, $"States the {what}", source)
        : new(false, $"The text does not state the {what}; mend the template and redraft it.", source) { About = CheckedFact.Template(facts) };

    private static string Write(NoticeFacts facts, NoticeTemplate template) => PlainTextWriter.Write(NoticeCompiler.Compile(facts, template));
}
