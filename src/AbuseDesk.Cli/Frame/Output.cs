using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;

namespace AbuseDesk.Cli.Frame;

/// <summary>What a command says: one JSON document with --json, else text and tables. Progress goes to standard error.</summary>
public sealed class Output(TextWriter writer, bool json)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower), new InstantText() },
    };

    public bool IsJson => json;

    /// <summary>Writes the document where --json asks for it, and the text otherwise.</summary>
    public void Write(object document, Action<Output> text)
    {
        if (json)
            writer.WriteLine(JsonSerializer.Serialize(document, Options));
        else
            text(this);
    }

    public void Line(string text = "") => writer.WriteLine(text);

    /// <summary>A table; cells are data, never markup.</summary>
    public void Table(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string?>> rows)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var name in head)
            table.AddColumn(new TableColumn(new Text(name)).NoWrap());
        foreach (var row in rows)
            table.AddRow(row.Select(cell => new Text(cell ?? "")));
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        // a pipe has no width; what is cut off there is lost to the reader
        if (!ReferenceEquals(writer, Console.Out) || Console.IsOutputRedirected)
            console.Profile.Width = 400;
        console.Write(table);
    }

    private sealed class InstantText : JsonConverter<NodaTime.Instant>
    {
        public override NodaTime.Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            NodaTime.Text.InstantPattern.ExtendedIso.Parse(reader.GetString() ?? "").GetValueOrThrow();

        public override void Write(Utf8JsonWriter writer, NodaTime.Instant value, JsonSerializerOptions options) =>
            writer.WriteStringValue(NodaTime.Text.InstantPattern.ExtendedIso.Format(value));
    }
}
