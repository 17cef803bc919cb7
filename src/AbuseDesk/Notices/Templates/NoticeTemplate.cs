using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Templates.Liquid;
using AbuseDesk.Notices.Templates.Words;

namespace AbuseDesk.Notices.Templates;

/// <summary>A template as loaded: parsed, and checked against the names of the facts.</summary>
public sealed record NoticeTemplate
{
    internal NoticeTemplate(LanguageFile words, LiquidText subject, LiquidText body) =>
        (Words, Subject, Body) = (words, subject, body);

    /// <summary>"templates/notices/en/suspension.md", for messages and the journal.</summary>
    public required string Display { get; init; }

    public required NoticeKind Kind { get; init; }

    /// <summary>"en".</summary>
    public required string Language { get; init; }

    /// <summary>"Notice of suspension".</summary>
    public required string Name { get; init; }

    /// <summary>64 hex digits over the bytes of the template and of its language file: which text a notice was made with.</summary>
    public required string Sha256 { get; init; }

    /// <summary>What <see cref="Sha256"/> is over: the text, a NUL, the text of the language file.</summary>
    public required string Source { get; init; }

    /// <summary>As published in the workshop; 0 for the file of the installation.</summary>
    public int Version { get; init; }

    internal LanguageFile Words { get; }

    internal LiquidText Subject { get; }

    internal LiquidText Body { get; }
}
