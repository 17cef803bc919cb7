using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AbuseDesk.Notices.Pdf;

/// <summary>
/// What a PDF should show and does not. The file carries it in its trailer: fonts that are installed later do not mend
/// a file that was drawn without them.
/// </summary>
/// <param name="Characters">Characters that no font had when it was drawn, each once.</param>
/// <param name="Pictures">SHA-256 of the pictures that could not be read.</param>
public sealed record PdfLacks(IReadOnlyList<string> Characters, IReadOnlyList<string> Pictures)
{
    private const string Key = "/AbuseDeskLacks <";

    public static PdfLacks None { get; } = new([], []);

    /// <summary>The entry for the trailer; empty where nothing is lacking.</summary>
    internal string Entry => Characters.Count + Pictures.Count == 0 ? "" : $" {Key}{Convert.ToHexString(JsonSerializer.SerializeToUtf8Bytes(this))}>";

    /// <summary>Reads the trailer alone: what stands in a picture or a text is not taken for it.</summary>
    public static PdfLacks Read(Stream pdf)
    {
        var tail = Text(pdf, Math.Max(0, pdf.Length - 64), pdf.Length);
        var start = tail.LastIndexOf("startxref\n", StringComparison.Ordinal);
        var words = start < 0 ? "" : tail[(start + 10)..].Split('\n')[0];
        if (!long.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var table) || table > pdf.Length) return None;
        var end = Text(pdf, table, pdf.Length);
        var trailer = end[..Math.Max(0, end.IndexOf(">> stream", StringComparison.Ordinal))];
        var at = trailer.IndexOf(Key, StringComparison.Ordinal);
        if (at < 0) return None;
        var hex = trailer[(at + Key.Length)..trailer.IndexOf('>', at)];
        return JsonSerializer.Deserialize<PdfLacks>(Convert.FromHexString(hex)) ?? None;
    }

    private static string Text(Stream pdf, long from, long to) => Encoding.Latin1.GetString(PdfObject.Bytes(pdf, from, (int)(to - from)));
}
