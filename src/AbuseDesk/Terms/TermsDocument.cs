using NodaTime.Text;

namespace AbuseDesk.Terms;

/// <summary>A version of the terms, read from Markdown with front matter and checked, but not published.</summary>
public sealed record TermsDocument(
    string Version, string Title, PromisedTime Effective, IReadOnlyList<PathInTerms> Paths, IReadOnlyList<ClauseText> Clauses)
{
    /// <param name="markdown">The file.</param>
    /// <param name="fileName">For the sentences of errors.</param>
    /// <param name="effective">Local date, or date and time, that goes before the one in the front matter.</param>
    /// <exception cref="DeskException">The document cannot be terms; the sentence names the line where there is one.</exception>
    public static TermsDocument Parse(string markdown, string fileName, string? effective = null)
    {
        var name = Shown.Briefly(fileName);
        var text = markdown.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        var (front, body) = Parts(text, name);
        var clauses = ClauseSplitter.Split(body, name);
        var node = PolicyNode.Read(front, name);
        var document = new TermsDocument(
            node.Text("version"), node.Text("title"), EffectiveOf(node, effective), TermsPaths.Read(node, clauses), clauses);
        node.Done();
        return document;
    }

    /// <summary>Both parts with blank lines for the other, so that the numbers of lines are those of the file.</summary>
    private static (string Front, string Body) Parts(string text, string name)
    {
        var lines = text.Split('\n');
        var end = Array.FindIndex(lines, 1, line => line.TrimEnd() == "---");
        if (lines[0].TrimEnd() != "---" || end < 0)
            throw new DeskException($"{name} has no front matter; start it with a line “---”, then version, title, effective and zone, then “---” again.");
        return ("\n" + string.Join('\n', lines[1..end]), new string('\n', end + 1) + string.Join('\n', lines[(end + 1)..]));
    }

    private static PromisedTime EffectiveOf(PolicyNode node, string? given)
    {
        // asked for in any case, as a key that nobody asks for is an error
        var inFile = given is null || node.Has("effective") ? node.Text("effective") : "";
        var time = (given ?? inFile).Trim();
        if (time.Contains(':', StringComparison.Ordinal)) return PromisedTime.Parse(time, node.Text("zone"));
        // a bare date is its midnight
        return LocalDatePattern.Iso.Parse(time).Success
            ? PromisedTime.Parse(time + "T00:00", node.Text("zone"))
            : throw new DeskException($"“{Shown.Briefly(time)}” is no date; write it as 2020-12-01, or with a time as 2020-12-01T00:00.");
    }
}
