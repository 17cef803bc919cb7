using AbuseDesk.Notices.Drafting;
using AbuseDesk.Notices.Facts;

namespace AbuseDesk.Web.Pages.Notices;

/// <summary>What the author of a notice decides.</summary>
public sealed class DraftForm
{
    public string? Path { get; set; }

    /// <summary>"R-2021-00731": whose reporter a letter goes to.</summary>
    public string? Report { get; set; }

    /// <summary>Items of a forwarding: "1-5, 8"; empty for all that were not sent.</summary>
    public string? Numbers { get; set; }

    /// <summary>Of a reinstatement, one a line.</summary>
    public string? Conditions { get; set; }

    /// <summary>"fr": of a letter to a reporter; empty for the usual one.</summary>
    public string? Language { get; set; }

    /// <summary>In sentences; empty where none were used.</summary>
    public string? AutomatedMeans { get; set; }

    public PromisedInput ActBy { get; set; } = new();

    public PromisedInput Effective { get; set; } = new();

    public PromisedInput Preserve { get; set; } = new();

    public PromisedInput Acknowledge { get; set; } = new();

    public string? Reviewer { get; set; }

    /// <summary>By role of the contact: "to", "copy" or "none".</summary>
    public Dictionary<string, string> Readers { get; set; } = [];

    /// <summary>Null where something cannot be read; the mistakes say what.</summary>
    public DraftNoticeRequest? Read(string caseRef, NoticeKind kind, Mistakes mistakes)
    {
        // a notice keeps the times of its measure in one zone
        Preserve.Zone = Acknowledge.Zone = Effective.Zone;
        var request = new DraftNoticeRequest
        {
            CaseRef = caseRef,
            Kind = kind,
            ReportRef = string.IsNullOrWhiteSpace(Report) ? null : Report.Trim(),
            Language = string.IsNullOrWhiteSpace(Language) ? null : Language.Trim(),
            AutomatedMeans = string.IsNullOrWhiteSpace(AutomatedMeans) ? null : AutomatedMeans,
            Conditions = (Conditions ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            ItemNumbers = string.IsNullOrWhiteSpace(Numbers) ? null : mistakes.Try("numbers", () => NumberList.Parse(Numbers)),
            To = Roles("to"),
            Copies = Roles("copy"),
            ActBy = mistakes.Try("actBy", ActBy.ReadIfGiven),
            ContractPath = string.IsNullOrEmpty(Path) ? null : Path,
            Effective = mistakes.Try("effective", Effective.ReadIfGiven),
            PreserveUntil = mistakes.Try("preserve", Preserve.ReadIfGiven),
            AcknowledgeBy = mistakes.Try("acknowledge", Acknowledge.ReadIfGiven),
            Reviewer = string.IsNullOrWhiteSpace(Reviewer) ? null : Reviewer.Trim(),
        };
        if (request.To is []) mistakes.Add("readers", "Address at least one contact.");
        return mistakes.Any ? null : request;
    }

    private List<string>? Roles(string how) => Readers.Count == 0 ? null : [.. Readers.Where(reader => reader.Value == how).Select(reader => reader.Key)];
}
