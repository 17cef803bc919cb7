using AbuseDesk.Database;
using AbuseDesk.Notices.Document;
using AbuseDesk.Notices.Drafting;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Pdf;
using AbuseDesk.Notices.Writers;
using Dapper;

namespace AbuseDesk.Notices.Workshop;

/// <summary>A notice on record that a template can be tried on.</summary>
public sealed record PreviewSubject
{
    public required string Ref { get; init; }

    public required string CaseRef { get; init; }

    public required string CustomerName { get; init; }
}

/// <summary>Makes a notice from a text that nobody published, on the sample or on the facts of a notice of the desk; keeps nothing.</summary>
public sealed class PreviewTemplate(DeskDatabase database, EvidenceFiles files, CheckTemplate check, PdfWriter pdf)
{
    private const int Offered = 20;

    // drawing takes a core: people who type must not take them all
    private static readonly SemaphoreSlim Drawing = new(2);

    /// <summary>The latest notices of the kind, each with its facts as they were kept.</summary>
    public Task<IReadOnlyList<PreviewSubject>> SubjectsAsync(TemplateName name) => database.ReadAsync<IReadOnlyList<PreviewSubject>>(async connection =>
        (await connection.QueryAsync<PreviewSubject>(
            """
            select n.ref, c.ref as case_ref, u.name as customer_name
            from notices n join cases c on c.id = n.case_id join customers u on u.id = n.customer_id
            where n.kind = @KindWord order by n.id desc limit @Offered
            """,
            new { name.KindWord, Offered })).AsList());

    /// <param name="name">Which template.</param>
    /// <param name="on">The reference of a notice; null or "sample" for the sample.</param>
    /// <exception cref="DeskException">There is no such notice of this kind.</exception>
    public async Task<NoticeFacts> FactsAsync(TemplateName name, string? on)
    {
        if (on is null or "" or "sample") return SampleNotice.Facts(name);
        var sha256 = await database.ReadAsync(connection => connection.QuerySingleOrDefaultAsync<string>(
            """
            select v.facts_sha256 from notices n join notice_versions v on v.notice_id = n.id and v.number = n.current_version
            where n.ref = @on and n.kind = @KindWord
            """,
            new { on, name.KindWord }))
            ?? throw new DeskException($"There is no notice {Shown.Briefly(on)} of the kind {name.KindWord}; choose another, or the sample.");
        return SampleNotice.Facts(System.Text.Encoding.UTF8.GetString(await files.ReadAsync(sha256)), name);
    }

    /// <exception cref="DeskException">The text has a mistake.</exception>
    public async Task<byte[]> PdfAsync(TemplateName name, string text, string? on, CancellationToken cancel = default)
    {
        var facts = await FactsAsync(name, on);
        var sample = on is null or "" or "sample";
        await Drawing.WaitAsync(cancel);
        try
        {
            return pdf.Write(check.Compile(name, text, facts), sha256 => sample ? SampleNotice.Picture : files.ReadAsync(sha256).GetAwaiter().GetResult()).Bytes;
        }
        finally
        {
            Drawing.Release();
        }
    }

    /// <inheritdoc cref="PdfAsync"/>
    public async Task<string> MailAsync(TemplateName name, string text, string? on) => HtmlMailWriter.Write(await CompileAsync(name, text, on));

    /// <inheritdoc cref="PdfAsync"/>
    public async Task<string> TextAsync(TemplateName name, string text, string? on) => PlainTextWriter.Write(await CompileAsync(name, text, on));

    private async Task<NoticeDocument> CompileAsync(TemplateName name, string text, string? on) => check.Compile(name, text, await FactsAsync(name, on));
}
