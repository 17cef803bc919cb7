using System.Globalization;
using System.Text;

namespace AbuseDesk.Customers;

/// <summary>One spelling for the path and query of a URL.</summary>
public static class UrlText
{
    private const string Unreserved = "-._~";
    private const string SubDelimiters = "!$&'()*+,;=";

    /// <summary>Percent-encoding in one form and dot segments resolved; an empty path is "/".</summary>
    public static string Path(string raw)
    {
        var kept = new List<string>();
        var segments = Encoded(raw, "/:@" + SubDelimiters).TrimStartOne('/').Split('/');
        for (var i = 0; i < segments.Length; i++)
        {
            var last = i == segments.Length - 1;
            if (segments[i] == ".." && kept.Count > 0) kept.RemoveAt(kept.Count - 1);
            if (segments[i] is not ("." or "..")) kept.Add(segments[i]);
            else if (last) kept.Add("");
        }

        return "/" + string.Join('/', kept);
    }

    /// <summary>One parameter of a query, or a whole query, in one form; reserved characters stay as written.</summary>
    public static string Query(string raw) => Encoded(raw, "/?:@" + SubDelimiters);

    /// <summary>For people: encoded letters and digits of any script are shown as themselves, nothing else is.</summary>
    public static string Readable(string encoded)
    {
        if (!encoded.Contains('%', StringComparison.Ordinal)) return encoded;
        var text = new StringBuilder();
        for (var i = 0; i < encoded.Length;)
        {
            var (rune, length) = RuneAt(encoded, i);
            if (rune is { } letter && Rune.IsLetterOrDigit(letter)) text.Append(letter.ToString());
            else text.Append(encoded, i, length);
            i += length;
        }

        return text.ToString();
    }

    private static string Encoded(string raw, string allowed)
    {
        var text = new StringBuilder(raw.Length);
        Span<byte> bytes = stackalloc byte[4];
        for (var i = 0; i < raw.Length;)
        {
            if (ByteAt(raw, i) is { } value)
            {
                Append(text, value);
                i += 3;
                continue;
            }

            // A lone surrogate cannot be decoded; it stands as the replacement character, as browsers send it.
            if (Rune.DecodeFromUtf16(raw.AsSpan(i), out var rune, out var used) != System.Buffers.OperationStatus.Done)
                rune = Rune.ReplacementChar;
            i += used;
            if (rune.IsAscii && (IsUnreserved((char)rune.Value) || allowed.Contains((char)rune.Value, StringComparison.Ordinal)))
                text.Append((char)rune.Value);
            else
                foreach (var b in bytes[..rune.EncodeToUtf8(bytes)]) text.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, byte value)
    {
        if (value < 0x80 && IsUnreserved((char)value)) text.Append((char)value);
        else text.Append('%').Append(value.ToString("X2", CultureInfo.InvariantCulture));
    }

    private static bool IsUnreserved(char c) => char.IsAsciiLetterOrDigit(c) || Unreserved.Contains(c, StringComparison.Ordinal);

    private static byte? ByteAt(string text, int i) =>
        text[i] == '%' && i + 2 < text.Length
        && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    private static (Rune? Rune, int Length) RuneAt(string text, int i)
    {
        Span<byte> bytes = stackalloc byte[4];
        var count = 0;
        while (count < 4 && i + 3 * count < text.Length && ByteAt(text, i + 3 * count) is { } value) bytes[count++] = value;
        return count > 0 && Rune.DecodeFromUtf8(bytes[..count], out var rune, out var used) == System.Buffers.OperationStatus.Done
            ? (rune, 3 * used)
            : (null, 1);
    }

    private static string TrimStartOne(this string text, char c) => text.StartsWith(c) ? text[1..] : text;
}
