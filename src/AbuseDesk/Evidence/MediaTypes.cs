using System.Text;
using System.Text.RegularExpressions;

namespace AbuseDesk.Evidence;

/// <summary>What bytes are, by their content; a name only chooses between kinds of text.</summary>
public static partial class MediaTypes
{
    public const string Unknown = "application/octet-stream";

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    private static readonly Dictionary<string, string> TextByExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        [".md"] = "text/markdown",
        [".markdown"] = "text/markdown",
        [".html"] = "text/html",
        [".htm"] = "text/html",
        [".csv"] = "text/csv",
        [".json"] = "application/json",
        [".yml"] = "application/yaml",
        [".yaml"] = "application/yaml",
    };

    private static ReadOnlySpan<byte> Png => [0x89, 0x50, 0x4E, 0x47];

    private static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8, 0xFF];

    private static ReadOnlySpan<byte> Zip => [0x50, 0x4B, 0x03, 0x04];

    /// <summary>Whether the bytes begin as a PNG, JPEG or WebP does; <see cref="ImageInspection"/> proves the rest.</summary>
    public static bool BeginsAsImage(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(Png) || bytes.StartsWith(Jpeg) || (bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8));

    /// <summary>The media type of bytes that are no image.</summary>
    /// <exception cref="DeskException">The name claims PDF and the bytes are none.</exception>
    public static string Of(ReadOnlySpan<byte> bytes, string? fileName)
    {
        var extension = Path.GetExtension(fileName ?? "");
        // readers allow some bytes of a transport before the header
        if (bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0) return "application/pdf";
        if (extension.Equals(".pdf", StringComparison.OrdinalIgnoreCase))
            throw new DeskException($"“{Shown.Briefly(fileName)}” claims to be PDF but is not; choose the file again.");
        if (bytes.StartsWith(Zip)) return "application/zip";
        // a mail's body may be in any encoding; its head is ASCII
        if (IsMail(bytes, extension)) return "message/rfc822";
        return IsText(bytes) ? TextByExtension.GetValueOrDefault(extension) ?? Text(bytes) : Unknown;
    }

    private static bool IsMail(ReadOnlySpan<byte> bytes, string extension)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 4096)]);
        return MailHeader().IsMatch(head) && (extension.Equals(".eml", StringComparison.OrdinalIgnoreCase) || TellingHeader().IsMatch(head));
    }

    private static bool IsText(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Contains((byte)0)) return false;
        try
        {
            _ = StrictUtf8.GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static string Text(ReadOnlySpan<byte> bytes) =>
        HtmlStart().IsMatch(Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, 256)])) ? "text/html" : "text/plain";

    [GeneratedRegex(@"\A(?:From [^\r\n]+\r?\n)?[!-9;-~]+:[ \t]")]
    private static partial Regex MailHeader();

    [GeneratedRegex(@"^(?:Received|Message-ID|MIME-Version|Return-Path):[ \t]", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex TellingHeader();

    [GeneratedRegex(@"\A\uFEFF?\s*<(?:!doctype html|html)\b", RegexOptions.IgnoreCase)]
    private static partial Regex HtmlStart();
}
