using AbuseDesk.Notices.Facts;

namespace AbuseDesk.Notices.Workshop;

/// <summary>Which template: a kind of notice in a language.</summary>
public sealed record TemplateName(NoticeKind Kind, string Language)
{
    /// <summary>"suspension", as tables and addresses have it.</summary>
    public string KindWord => Words.Of(Kind);

    /// <summary>"templates/notices/en/suspension.md".</summary>
    public string Path => $"templates/notices/{Language}/{KindWord}.md";

    /// <summary>"en/suspension", or "suspension/en" as notices say it.</summary>
    /// <exception cref="DeskException">It is neither.</exception>
    public static TemplateName Parse(string text) => text.Split('/') switch
    {
        [var language, var kind] when Words.TryParse<NoticeKind>(kind, out var known) => new(known, language.ToLowerInvariant()),
        [var kind, var language] when Words.TryParse<NoticeKind>(kind, out var known) => new(known, language.ToLowerInvariant()),
        _ => throw new DeskException($"“{Shown.Briefly(text)}” names no template; write language and kind, as en/suspension."),
    };

    /// <summary>"suspension/en".</summary>
    public override string ToString() => $"{KindWord}/{Language}";
}
