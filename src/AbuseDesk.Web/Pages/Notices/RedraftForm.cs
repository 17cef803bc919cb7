using AbuseDesk.Notices;
using AbuseDesk.Notices.Drafting;

namespace AbuseDesk.Web.Pages.Notices;

/// <summary>What the author changes for a further version.</summary>
public sealed class RedraftForm
{
    /// <summary>What was changed and why, for the journal.</summary>
    public string? What { get; set; }

    public string? Path { get; set; }

    public PromisedInput ActBy { get; set; } = new();

    public PromisedInput Effective { get; set; } = new();

    public PromisedInput Preserve { get; set; } = new();

    public PromisedInput Acknowledge { get; set; } = new();

    public static RedraftForm Of(NoticeRow notice) => new()
    {
        Path = notice.ContractPath,
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
            ContractPath = string.IsNullOrEmpty(Path) ? null : Path,
            ActBy = mistakes.Try("redraft.actBy", ActBy.ReadIfGiven),
            Effective = mistakes.Try("redraft.effective", Effective.ReadIfGiven),
            PreserveUntil = mistakes.Try("redraft.preserve", Preserve.ReadIfGiven),
            AcknowledgeBy = mistakes.Try("redraft.acknowledge", Acknowledge.ReadIfGiven),
        };
        return mistakes.Any ? null : request;
    }
}
