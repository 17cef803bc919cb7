namespace AbuseDesk.Web.Pages;

/// <summary>Files as forms send them.</summary>
public static class Uploads
{
    /// <summary>Bytes; the kinds of evidence have limits of their own below it.</summary>
    public const long LargestFile = 100 * 1024 * 1024;

    /// <exception cref="DeskException">The file is too large.</exception>
    public static async Task<byte[]> ReadAsync(IFormFile file)
    {
        if (file.Length > LargestFile) throw new DeskException($"“{Shown.Briefly(file.FileName)}” is larger than 100 MB; give a smaller file.");
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
