using AbuseDesk.Cases;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Deadlines;
using AbuseDesk.Evidence;
using AbuseDesk.Journal;
using AbuseDesk.Mail;
using AbuseDesk.Notices;
using AbuseDesk.Staff;
using NodaTime;

namespace AbuseDesk.Cli.Commands.Demo;

/// <summary>What the demo left, as <c>--json</c> prints it.</summary>
internal sealed record DemoResult
{
    public required string Case { get; init; }

    public required int Items { get; init; }

    public required int Removed { get; init; }

    public required int StillUp { get; init; }

    public required DemoNotice Notice { get; init; }

    public required IReadOnlyList<DemoMail> Mail { get; init; }

    public required IReadOnlyList<DemoDeadline> Deadlines { get; init; }

    public required DemoJournal Journal { get; init; }

    public required IReadOnlyList<DemoUser> Users { get; init; }

    /// <param name="desk">The desk that holds the demo.</param>
    /// <param name="record">Which case and notice.</param>
    /// <param name="passwords">Password by login; empty where they are no longer known.</param>
    public static async Task<DemoResult> ReadAsync(DeskSession desk, DemoRecord record, IReadOnlyDictionary<string, string> passwords)
    {
        var head = await desk.Get<CaseRecord>().GetAsync(record.CaseRef);
        var figures = await desk.Get<CaseStatistics>().GetAsync(head.Id);
        var verdict = await desk.Get<VerifyJournal>().RunAsync();
        return new DemoResult
        {
            Case = record.CaseRef,
            Items = figures.Items,
            Removed = figures.Removed,
            StillUp = figures.StillUp,
            Notice = await NoticeAsync(desk, record.NoticeRef),
            Mail = [.. (await desk.Get<ListMail>().RunAsync(head.Id)).Select(mail => new DemoMail(mail.DeliveredTo, mail.Recipients, mail.Subject, mail.Kind))],
            Deadlines =
            [
                .. (await desk.Get<DeadlineHistory>().RunAsync(record.CaseRef)).Where(deadline => deadline.NoticeRef == record.NoticeRef)
                    .Select(deadline => new DemoDeadline(deadline.Ref, deadline.Rule, deadline.DueAt, deadline.Reminders)),
            ],
            Journal = new DemoJournal(verdict.Entries, verdict.Intact),
            Users =
            [
                .. (await desk.Get<ListStaff>().RunAsync()).Select(person => new DemoUser(person.Login, person.Roles, passwords.GetValueOrDefault(person.Login))),
            ],
        };
    }

    private static async Task<DemoNotice> NoticeAsync(DeskSession desk, string reference)
    {
        var notice = await desk.Get<NoticeRecords>().GetAsync(reference);
        var version = (await desk.Get<NoticeRecords>().VersionsAsync(notice.Id))[^1];
        var folder = Path.Combine(desk.Settings.DataFolder, "notices");
        var file = Path.Combine(folder, $"{reference}.pdf");
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllBytesAsync(file, await desk.Get<IEvidenceStore>().ReadAsync(version.PdfSha256));
        }

        return new DemoNotice(
            reference, file, version.PdfSha256, version.Pages, notice.Author, notice.ApprovedBy, notice.EffectiveAt, notice.EffectiveLocal, notice.EffectiveZone);
    }
}

internal sealed record DemoNotice(
    string Ref, string Pdf, string Sha256, int Pages, string Author, string? ApprovedBy, Instant? EffectiveUtc, string? EffectiveLocal, string? Zone);

internal sealed record DemoMail(string? Path, string To, string Subject, string Kind);

internal sealed record DemoDeadline(string Ref, string Rule, Instant DueUtc, IReadOnlyList<Instant> Reminders);

internal sealed record DemoJournal(long Entries, bool Intact);

internal sealed record DemoUser(string Name, string Role, string? Password);
