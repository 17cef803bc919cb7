using AbuseDesk.Evidence;

namespace AbuseDesk.Web.Evidence;

/// <summary>Small pictures of evidence, made once and kept in the data folder. They may be deleted at any time.</summary>
public sealed class Thumbnails(DeskSettings settings, ReadEvidence read) : IDisposable
{
    /// <summary>Pixels. A closed set: nobody can fill the disk by asking for every width there is.</summary>
    public static readonly IReadOnlyList<int> Widths = [160, 320, 640, 1280];

    // each decoding holds a whole picture in memory
    private readonly SemaphoreSlim room = new(2);

    /// <returns>JPEG bytes; null where the evidence is no image.</returns>
    /// <exception cref="DeskException">Nothing is on record under the hash, or its bytes are missing or were changed.</exception>
    public async Task<byte[]?> GetAsync(string sha256, int width, bool blurred, CancellationToken cancel)
    {
        var sha = Sha256.Parse(sha256);
        var file = Path.Combine(settings.DataFolder, "thumbs", sha[..2], $"{sha}-{width}{(blurred ? "-blurred" : "")}.jpg");
        if (File.Exists(file)) return await File.ReadAllBytesAsync(file, cancel);
        await room.WaitAsync(cancel);
        try
        {
            var evidence = await read.RunAsync(sha, cancel);
            if (!evidence.Evidence.IsImage) return null;
            var small = blurred ? BlurredThumbnail.Of(evidence.Bytes, width) : Thumbnail.Of(evidence.Bytes, width);
            await KeepAsync(file, small, cancel);
            return small;
        }
        finally
        {
            room.Release();
        }
    }

    public void Dispose() => room.Dispose();

    private static async Task KeepAsync(string file, byte[] bytes, CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var temporary = $"{file}.{Guid.NewGuid():n}";
        await File.WriteAllBytesAsync(temporary, bytes, cancel);
        File.Move(temporary, file, overwrite: true);
    }
}
