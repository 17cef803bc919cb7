namespace AbuseDesk.Notices.Pdf;

/// <summary>A finished PDF.</summary>
/// <param name="Bytes">The file; the same document with the same fonts always gives the same bytes.</param>
/// <param name="Pages">Number of pages.</param>
/// <param name="MissingGlyphs">Characters that no font at hand has, each once; they are shown as a replacement mark.</param>
public sealed record PdfResult(byte[] Bytes, int Pages, IReadOnlyList<string> MissingGlyphs)
{
    /// <summary>SHA-256 of the pictures that could not be read; their exhibits say so.</summary>
    public IReadOnlyList<string> UnreadablePictures { get; init; } = [];
}
