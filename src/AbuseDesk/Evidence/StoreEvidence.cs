namespace AbuseDesk.Evidence;

/// <summary>
/// First of two steps of every use case that takes evidence: looks at the bytes and puts them in the store, before the
/// transaction. Bytes that no row names in the end do no harm. The second step is <see cref="EvidenceRecords.AddAsync"/>.
/// </summary>
public sealed class StoreEvidence(IEvidenceStore store)
{
    /// <summary>Bytes.</summary>
    public const int LargestFile = 100 * 1024 * 1024;

    /// <param name="bytes">The file.</param>
    /// <param name="fileName">Its name where it has one, to be held against the bytes.</param>
    /// <param name="purpose">A screenshot must be an image.</param>
    /// <param name="cancel">Stops the writing.</param>
    /// <exception cref="DeskException">The bytes are not what they should be, or cannot be stored.</exception>
    public async Task<StoredEvidence> RunAsync(byte[] bytes, string? fileName, EvidencePurpose purpose, CancellationToken cancel = default)
    {
        var seen = Look(bytes, fileName, purpose);
        return seen with { Sha256 = await store.PutAsync(bytes, cancel) };
    }

    private static StoredEvidence Look(byte[] bytes, string? fileName, EvidencePurpose purpose)
    {
        var name = string.IsNullOrWhiteSpace(fileName) ? "The file" : $"“{Shown.Briefly(fileName)}”";
        if (bytes.Length > LargestFile) throw new DeskException($"{name} is larger than 100 MB; give a smaller file.");
        if (purpose == EvidencePurpose.Screenshot || MediaTypes.BeginsAsImage(bytes))
        {
            var image = ImageInspection.Inspect(bytes, fileName);
            return new StoredEvidence { Sha256 = "", Size = bytes.Length, MediaType = image.MediaType, Width = image.Width, Height = image.Height };
        }

        if (bytes.Length == 0) throw new DeskException($"{name} is empty; choose the file again.");
        return new StoredEvidence { Sha256 = "", Size = bytes.Length, MediaType = MediaTypes.Of(bytes, fileName) };
    }
}
