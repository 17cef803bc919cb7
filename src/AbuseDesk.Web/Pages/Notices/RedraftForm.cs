using AbuseDesk.Notices;
using AbuseDesk.Notices.Drafting;

namespace AbuseDesk.Web.Pages.Notices;

/// <summary>What the author changes for a further version.</summary>
public sealed class RedraftForm
{
    /// <summary>What was changed and why, for the journal.</summary>
    public string? What { get; set; }

    public string? Path { get; set; }

    /// <summary>Of a reinstatement, one a line.</summary>
    public string? Conditions { get; set; }

    /// <summary>In sentences; empty where none were used.</summary>
    public string? AutomatedMeans { get; set; }

    public PromisedInput ActBy { get; set; } = new();

    public PromisedInput Effective { get; set; } = new();

    public PromisedInput Preserve { get; set; } = new();

    public PromisedInput Acknowledge { get; set; } = new();

    public static RedraftForm Of(NoticeRow notice) => new()
    {
        Path = notice.ContractPath,
        Conditions = notice.Conditions,
        AutomatedMeans = notice.AutomatedMeans,
        ActBy = PromisedInput.Of(notice.ActByLocal, notice.ActByZone),
        Effective = PromisedInput.Of(notice.EffectiveLocal, notice.EffectiveZone),
        Preserve = PromisedInput.Of(notice.PreserveUntilLocal, notice.EffectiveZone),
        Acknowledge = PromisedInput.Of(notice.AcknowledgeByLocal, notice.EffectiveZone),
    };

    /// <summary>Null where a time cannot be read; the mistakes say which. A notice keeps its times in one zone.</summary>
    public RedraftNoticeRequest? Read(Mistakes mistakes)
    {
        Preserve.Zone = Acknowledge.Zone = Effective.Zone;
        var request = new RedraftNoticeRequest
        {
            Comment = string.IsNullOrWhiteSpace(What) ? null : What.Trim(),
            Conditions = (Conditions ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            AutomatedMeans = AutomatedMeans ?? "",
            ContractPath = string.IsNullOrEmpty(Path) ? null : Path,
            ActBy = mistakes.Try("redraft.actBy", ActBy.ReadIfGiven),
            Effective = mistakes.Try("redraft.effective", Effective.ReadIfGiven),
            PreserveUntil = mistakes.Try("redraft.preserve", Preserve.ReadIfGiven),
            AcknowledgeBy = mistakes.Try("redraft.acknowledge", Acknowledge.ReadIfGiven),
        };
        return mistakes.Any ? null : request;
    }
}
