using AbuseDesk.Evidence;

namespace AbuseDesk.Notices.Drafting;

/// <summary>The files of a notice, in and out of the evidence store.</summary>
public sealed class EvidenceFiles(IEvidenceStore store, StoreEvidence keep)
{
    /// <inheritdoc cref="IEvidenceStore.ReadAsync"/>
    public Task<byte[]> ReadAsync(string sha256) => store.ReadAsync(sha256);

    /// <summary>Keeps a PDF that may be larger than what the desk takes from others.</summary>
    internal async Task<StoredEvidence> KeepPdfAsync(Stream pdf)
    {
        var size = pdf.Length;
        return new() { Sha256 = await store.PutAsync(pdf), Size = size, MediaType = "application/pdf" };
    }

    /// <inheritdoc cref="StoreEvidence.RunAsync"/>
    public Task<StoredEvidence> KeepAsync(byte[] bytes, string fileName) =>
        keep.RunAsync(bytes, fileName, EvidencePurpose.Notice);
}
