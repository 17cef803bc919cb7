using System.Text.RegularExpressions;
using AbuseDesk.Notices.Facts;
using NodaTime;
using NodaTime.Text;

namespace AbuseDesk.Notices.Gathering;

/// <summary>The versions of the terms by which the items are judged, with their clauses word for word.</summary>
internal static partial class TermsGathering
{
    public static IReadOnlyList<TermsVersionFacts> Versions(GatheringContext context, DocumentLabels labels)
    {
        var judged = context.Items.ToLookup(item => context.File.Clauses[item.ClauseId].TermsVersionId);
        return
        [
            .. context.File.Terms.Where(version => judged.Contains(version.Id)).Select(version => new TermsVersionFacts
            {
                Version = VersionMoment(context, version),
                InForceFrom = context.Moment(version.EffectiveAt),
                InForceUntil = Until(context, version),
                Exhibit = labels.OfTerms(version.Version),
                Clauses =
                [
                    .. judged[version.Id].Select(item => item.ClauseId).Distinct()
                        .Select(id => Clause(context.File.Clauses[id])).OrderBy(clause => clause.Number, StringComparer.Ordinal),
                ],
                ItemNumbers = [.. judged[version.Id].Select(item => item.Number).Order()],
            }),
        ];
    }

    /// <summary>The same topic, from each version cited to the next.</summary>
    public static IReadOnlyList<ClauseChange> Changes(GatheringContext context)
    {
        var cited = context.Items.Select(item => context.File.Clauses[item.ClauseId]).Distinct().ToList();
        var versions = context.File.Terms.Where(version => cited.Any(clause => clause.TermsVersionId == version.Id)).ToList();
        return
        [
            .. from pair in versions.Zip(versions.Skip(1))
               from earlier in cited.Where(clause => clause.TermsVersionId == pair.First.Id)
               from later in cited.Where(clause => clause.TermsVersionId == pair.Second.Id && clause.Topic == earlier.Topic)
               select new ClauseChange { Earlier = earlier.Number, Later = later.Number, Reworded = earlier.Body.Trim() != later.Body.Trim() },
        ];
    }

    /// <summary>The version's date, which is the day it came into force where its terms say.</summary>
    public static Moment VersionMoment(GatheringContext context, TermsRow version) =>
        LocalDatePattern.Iso.Parse(version.Version) is { Success: true, Value: var date }
            ? context.Moment(DateTimeZoneProviders.Tzdb[version.EffectiveZone].AtStartOfDay(date).ToInstant())
            : context.Moment(version.EffectiveAt);

    public static ClauseFacts Clause(ClauseRow clause) => new()
    {
        Number = clause.Number,
        Heading = clause.Heading,
        Lines =
        [
            .. ParagraphBreak().Split(clause.Body.Trim()).Select(paragraph => WhiteSpace().Replace(paragraph, " ").Trim()).Select(Line),
        ],
    };

    private static ClauseLine Line(string paragraph)
    {
        var marker = SubClause().Match(paragraph);
        return marker.Success
            ? new ClauseLine { Marker = marker.Groups[1].Value, Text = paragraph[marker.Length..] }
            : new ClauseLine { Marker = null, Text = paragraph };
    }

    private static Moment? Until(GatheringContext context, TermsRow version) =>
        context.File.Terms.FirstOrDefault(later => later.EffectiveAt > version.EffectiveAt) is { } next && next.EffectiveAt <= context.Date
            ? context.Moment(next.EffectiveAt - Duration.FromSeconds(1))
            : null;

    [GeneratedRegex(@"\n\s*\n")]
    private static partial Regex ParagraphBreak();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"^(\([a-z]{1,4}\))\s+")]
    private static partial Regex SubClause();
}
