using System.Text;
using AbuseDesk.Evidence;
using AbuseDesk.Notices.Templates;

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

    /// <summary>Keeps the template under the very hash that it goes by.</summary>
    internal async Task<StoredEvidence> KeepTemplateAsync(NoticeTemplate template)
    {
        var source = Encoding.UTF8.GetBytes(template.Source);
        return new() { Sha256 = await store.PutAsync(source), Size = source.Length, MediaType = "text/plain" };
    }

    /// <inheritdoc cref="StoreEvidence.RunAsync"/>
    public Task<StoredEvidence> KeepAsync(byte[] bytes, string fileName) =>
        keep.RunAsync(bytes, fileName, EvidencePurpose.Notice);
}
