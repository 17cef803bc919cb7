using System.Text;

namespace AbuseDesk.Notices.Templates.Reading;

/// <summary>
/// The Markdown reader nests every cell of a table into the one before and gives up after some thousands. So a long table
/// is read in parts, and the parts become one table again.
/// </summary>
internal static class LongTables
{
    /// <summary>Marks a part that goes on with the table before it.</summary>
    public const string Continued = "continued";

    /// <summary>Rows of a part: far below what the reader takes, whatever the columns.</summary>
    private const int MostRows = 200;

    public static string Cut(string markdown)
    {
        var text = new StringBuilder(markdown.Length);
        var (head, line, rows) = ("", "", 0);
        foreach (var next in markdown.TrimEnd().Split('\n'))
        {
            if (IsRule(next) && line.StartsWith('|')) (head, rows) = ($"{line}\n{next}\n", 0);
            else if (!next.StartsWith('|')) head = "";
            else if (head.Length > 0 && ++rows > MostRows)
            {
                _ = text.Append($"\n{{.{Continued}}}\n").Append(head);
                rows = 1;
            }

            _ = text.Append(next).Append('\n');
            line = next;
        }

        return text.ToString();
    }

    // "|--:|---|" between the head of a table and its rows
    private static bool IsRule(string line) => line.StartsWith('|') && line.Contains('-') && line.All("|:- ".Contains);
}
