using AbuseDesk.Notices.Templates.Words;

namespace AbuseDesk.Notices.Templates;

/// <summary>The head of a template, between two lines of three hyphens.</summary>
internal sealed record FrontMatter
{
    public string Kind { get; init; } = "";

    public string Language { get; init; } = "";

    public string Name { get; init; } = "";

    public string Subject { get; init; } = "";

    /// <summary>Splits a template into its head and its body, and says how many lines stand before the body.</summary>
    /// <exception cref="DeskException">There is no head, or a key is unknown or missing.</exception>
    public static (FrontMatter Head, string Body, int LinesBefore) Split(string display, string text)
    {
        const string Fence = "---\n";
        var end = text.StartsWith(Fence, StringComparison.Ordinal)
            ? text.IndexOf("\n" + Fence, Fence.Length, StringComparison.Ordinal)
            : -1;
        if (end < 0)
            throw new DeskException($"{display}, line 1: the head is missing; start with --- and end it with ---.");

        var head = YamlText.Read<FrontMatter>(display, text[Fence.Length..(end + 1)], linesBefore: 1);
        foreach (var (key, value) in new[] { ("kind", head.Kind), ("language", head.Language), ("name", head.Name), ("subject", head.Subject) })
        {
            if (value.Length == 0)
                throw new DeskException($"{display}: the key '{key}' is missing from the head; add it.");
        }
        var bodyStart = end + 1 + Fence.Length;
        return (head, text[bodyStart..], text.AsSpan(0, bodyStart).Count('\n'));
    }
}
