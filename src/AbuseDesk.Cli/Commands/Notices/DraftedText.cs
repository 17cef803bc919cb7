using AbuseDesk.Notices.Drafting;

namespace AbuseDesk.Cli.Commands.Notices;

/// <summary>A notice that was just compiled, as a sentence.</summary>
internal static class DraftedText
{
    public static string Of(DraftedNotice drafted) =>
        $"{drafted.Ref}, version {drafted.Version}, {Counted.Of(drafted.Pages, "page")}."
        + (drafted.MissingGlyphs.Count == 0 ? "" : $" No font here can print: {string.Join(" ", drafted.MissingGlyphs)}; add one that can to templates/fonts.");
}
