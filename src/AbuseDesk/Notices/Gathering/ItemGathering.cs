using System.Globalization;
using AbuseDesk.Cases;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Templates.Words;

namespace AbuseDesk.Notices.Gathering;

/// <summary>Items with their exhibits.</summary>
internal static class ItemGathering
{
    public static IReadOnlyList<ItemFacts> Items(GatheringContext context, LanguageFile language) =>
        [.. context.Items.Select(item => Item(context, item, language))];

    private static ItemFacts Item(GatheringContext context, ItemRow item, LanguageFile language)
    {
        var clause = context.File.Clauses[item.ClauseId];
        var terms = context.File.Terms.Single(version => version.Id == clause.TermsVersionId);
        return new ItemFacts
        {
            Number = item.Number,
            Url = item.Url,
            Location = item.Display,
            Host = item.Host,
            Excerpt = item.Excerpt.Length == 0 ? null : item.Excerpt,
            Seen = context.InZones(item.FirstSeenAt),
            Clause = clause.Number,
            TermsVersion = TermsGathering.VersionMoment(context, terms),
            Severity = item.Severity,
            Batch = item.Batch ?? (context.Kind == NoticeKind.Forwarding ? BatchGathering.NextBatch(context) : null),
            State = Words.Parse<ItemState>(item.State),
            RemovedFoundAt = item.State == "removed" && item.RemovedAt is { } removed ? context.Moment(removed) : null,
            Reported = item.Reported,
            Exhibits = Exhibits(context, item, language),
        };
    }

    private static IReadOnlyList<ExhibitFacts> Exhibits(GatheringContext context, ItemRow item, LanguageFile language) =>
    [
        .. context.File.Screenshots[item.Id].Select((shot, index) => new ExhibitFacts
        {
            Label = index == 0 ? $"{item.Number}" : $"{item.Number}.{index + 1}",
            Sha256 = shot.Sha256,
            MediaType = shot.MediaType,
            Width = shot.Width,
            Height = shot.Height,
            OwnCapture = context.File.Staff.ContainsKey(shot.CapturedBy),
            CapturedBy = context.File.Staff.TryGetValue(shot.CapturedBy, out var person)
                ? $"{person.Name}, {person.Title}"
                : shot.CapturedBy,
            Method = shot.Method,
            CapturedAt = context.InZones(shot.CapturedAt),
            Redaction = Redaction(shot, language),
        }),
    ];

    // the reason stays in the journal: it may name whom the redaction protects
    private static RedactionFacts? Redaction(ScreenshotRow shot, LanguageFile language) => shot.OriginalSha256 is not { } original ? null : new RedactionFacts
    {
        Description = shot.RedactedBoxes?.Split(' ').Length is > 1 and var parts
            ? language.Word("redacted_many").Replace("{parts}", parts.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            : language.Word("redacted_one"),
        OriginalSha256 = original,
    };
}
