namespace AbuseDesk.Evidence;

/// <summary>The type that a file name or a media type claims; a claim is checked, never trusted.</summary>
public static class ClaimedType
{
    private static readonly Dictionary<string, string> Claims = new(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = "PNG",
        [".jpg"] = "JPEG",
        [".jpeg"] = "JPEG",
        [".jfif"] = "JPEG",
        [".webp"] = "WebP",
        [".gif"] = "GIF",
        [".bmp"] = "BMP",
        [".svg"] = "SVG",
        [".avif"] = "AVIF",
        [".heic"] = "HEIC",
        [".pdf"] = "PDF",
        ["image/png"] = "PNG",
        ["image/jpeg"] = "JPEG",
        ["image/jpg"] = "JPEG",
        ["image/webp"] = "WebP",
        ["image/gif"] = "GIF",
    };

    /// <summary>PNG, JPEG, …; null where nothing is claimed.</summary>
    public static string? Of(string? nameOrMediaType)
    {
        var text = nameOrMediaType?.Trim() ?? "";
        var parameters = text.IndexOf(';', StringComparison.Ordinal);
        if (parameters > 0 && Claims.TryGetValue(text[..parameters].Trim(), out var typed)) return typed;
        return Claims.GetValueOrDefault(text) ?? Claims.GetValueOrDefault(Path.GetExtension(text));
    }
}
