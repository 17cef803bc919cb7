using AbuseDesk.Notices;
using AbuseDesk.Notices.Facts;

namespace AbuseDesk.Web.Notices;

/// <summary>Kinds and states of notices as pages name them.</summary>
public static class NoticeWords
{
    /// <summary>"Suspension notice", "Plan request".</summary>
    public static string Name(string kind) =>
        Capital(kind.Replace('-', ' ')) + (Words.TryParse<NoticeKind>(kind, out var known) && NoticeKinds.NeedsReview(known) ? " notice" : "");

    /// <summary>"suspension notice", inside a sentence.</summary>
    public static string Inside(string kind) => char.ToLowerInvariant(kind[0]) + Name(kind)[1..];

    /// <summary>"4e1fa0c7…9ab2": enough of a hash to compare by eye.</summary>
    public static string Brief(string sha256) => $"{sha256[..8]}…{sha256[^4..]}";

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>The first words of a paragraph, enough to know it by.</summary>
    public static string Opening(string words) => words.Length <= 180 ? words : words[..words.LastIndexOf(' ', 180)] + " …";
}
