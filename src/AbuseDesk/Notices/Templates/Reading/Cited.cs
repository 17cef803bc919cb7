using AbuseDesk.Notices.Document;

namespace AbuseDesk.Notices.Templates.Reading;

/// <summary>Words between pairs of double quotes (<c>""…""</c>): quoted content, which some blocks set apart. Never leaves the reader.</summary>
internal sealed record Cited(IReadOnlyList<Inline> Content) : Inline;
