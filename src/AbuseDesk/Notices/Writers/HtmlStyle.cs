namespace AbuseDesk.Notices.Writers;

/// <summary>
/// The inline styles of HTML mail. No page background and no text colour, so that a dark mail program keeps its own; the
/// coloured parts carry a class, which the one style sheet lightens for dark screens.
/// </summary>
internal static class HtmlStyle
{
    private const string Sans = "font-family:'IBM Plex Sans',Helvetica,Arial,sans-serif";

    public const string Sheet =
        ":root{color-scheme:light dark;supported-color-schemes:light dark}"
        + "@media (prefers-color-scheme:dark){.a{color:#9dbbe0!important}.q{color:#a9b0b7!important}.r{border-color:#7d858d!important}}";

    public const string Body = "margin:0;padding:16px";
    public const string Page = "max-width:680px;margin:0 auto;font-family:'IBM Plex Serif',Georgia,serif;font-size:16px;line-height:1.45";
    public const string Brand = $"margin:0;{Sans};font-size:22px;line-height:1.25;font-weight:600;color:#1f3a5c";
    public const string Address = $"margin:0 0 28px;{Sans};font-size:12px;color:#5f666d";
    public const string Title = "margin:32px 0 16px;font-size:22px;line-height:1.3;font-weight:600";
    public const string Heading = "margin:30px 0 10px;font-size:18px;line-height:1.3;font-weight:600";
    public const string Number = "color:#1f3a5c";
    public const string Paragraph = "margin:0 0 12px";
    public const string Tight = "margin:0";
    public const string Label = $"display:block;{Sans};font-size:12px;color:#5f666d";
    public const string NumberLabel = $"{Sans};font-size:12px;color:#5f666d;padding-right:8px";
    public const string GroupLabel = $"display:inline-block;min-width:84px;{Sans};font-size:12px;color:#5f666d";
    public const string Verdict = "font-weight:600";
    public const string Version = $"margin:12px 0 4px;{Sans};font-size:12px;color:#5f666d";
    public const string Quote = "margin:0 0 14px;padding:0 0 0 14px;border-left:2px solid #1f3a5c;font-size:15px";
    public const string QuoteLine = "margin:0 0 4px";
    public const string SubClause = "margin:0 0 4px;padding-left:24px;text-indent:-24px";
    public const string Caption = $"margin:14px 0 8px;{Sans};font-size:12px;color:#5f666d";
    public const string Scroll = "overflow-x:auto;margin:0 0 22px";
    public const string Table = $"border-collapse:collapse;width:100%;{Sans};font-size:13px;line-height:1.4";
    public const string Head = "border-bottom:1px solid #6d747b;font-weight:600";
    public const string Row = "border-bottom:1px solid #c9cdd1";
    public const string SumRow = "border-top:1px solid #6d747b;font-weight:600";
    public const string Excerpt = "font-family:Georgia,serif;overflow-wrap:anywhere";
    public const string Particulars = $"margin:0 0 8px;{Sans};font-size:13px;overflow-wrap:anywhere";
    public const string Hash = "font-family:'IBM Plex Mono',Menlo,Consolas,monospace;font-size:12px";
    public const string Link = "color:#1f3a5c";
    public const string Picture = $"margin:0 0 24px;{Sans};font-size:12px;color:#5f666d";
    public const string StillUpBar = "display:inline-block;height:10px;background:#4a6f9c";
    public const string RemovedBar = "display:inline-block;height:10px;background:#c3c8cd";
    public const string Rule = "border:0;border-top:1px solid #c9cdd1;margin:28px 0 0";
}
