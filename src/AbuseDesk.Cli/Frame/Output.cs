using System.Text.Json;
using Spectre.Console;

namespace AbuseDesk.Cli.Frame;

/// <summary>What a command says: one JSON document with --json, else text and tables. Progress goes to standard error.</summary>
public sealed class Output(TextWriter writer, TextWriter error, bool json)
{
    public bool IsJson => json;

    public TextWriter Error => error;

    /// <summary>Writes the document where --json asks for it, and the text otherwise.</summary>
    public void Write(object document, Action<Output> text)
    {
        if (json)
            writer.WriteLine(JsonSerializer.Serialize(document, JsonText.Options));
        else
            text(this);
    }

    /// <summary>Writes that an act was done.</summary>
    public void Done(object document, string sentence) => Write(document, text => text.Line(sentence));

    /// <summary>Writes a list of which one row more than the limit was read, to know whether more follow.</summary>
    public void List<T>(string name, IReadOnlyList<T> found, int limit, IReadOnlyList<string> head, Func<T, IReadOnlyList<string?>> cells)
    {
        var rows = found.Take(limit).ToList();
        Write(new Dictionary<string, object> { [name] = rows, ["more"] = found.Count > limit }, text =>
        {
            if (rows.Count == 0)
                text.Line($"No {name}.");
            else
                text.Table(head, rows.Select(cells));
            if (found.Count > limit)
                text.Line("There are more; raise --limit.");
        });
    }

    public void Line(string text = "") => writer.WriteLine(text);

    /// <summary>A table, if there are rows; cells are data, never markup.</summary>
    public void Table(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string?>> rows)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var (index, name) in head.Index())
        {
            // the first column is what the other commands want to be told: it stays in one piece
            var column = new TableColumn(new Text(name));
            table.AddColumn(index == 0 ? column.NoWrap() : column);
        }

        foreach (var row in rows)
            table.AddRow(row.Select(cell => new Text(cell ?? "")));
        if (table.Rows.Count == 0)
            return;
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        // a pipe has no width; what is cut off there is lost to the reader
        if (!ReferenceEquals(writer, Console.Out) || Console.IsOutputRedirected)
            console.Profile.Width = 400;
        console.Write(table);
    }
}
