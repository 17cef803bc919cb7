using AbuseDesk.Terms;

namespace AbuseDesk.Cli.Commands.Terms;

/// <summary>A version of the terms as a document.</summary>
internal static class TermsView
{
    public static object Of(TermsVersion version) => new
    {
        version.Version,
        version.Title,
        version.EffectiveAt,
        version.EffectiveLocal,
        version.EffectiveZone,
        version.InForceUntil,
        version.DocumentSha256,
        version.PublishedAt,
        version.PublishedBy,
        version.Paths,
    };
}
