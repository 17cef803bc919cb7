using AbuseDesk.Mail;
using NodaTime;

namespace AbuseDesk.Notices.Settling;

/// <summary>What was heard and is not followed up yet, with its row's id.</summary>
internal sealed record NewEvent
{
    public required long Id { get; init; }

    public required string Recipient { get; init; }

    public required string Event { get; init; }

    public required Instant At { get; init; }

    public string? Code { get; init; }

    public required string Said { get; init; }

    public required string Source { get; init; }

    public string? OriginalSha256 { get; init; }

    public MailEvent ToEvent() => new()
    {
        Recipient = Recipient,
        Event = Event,
        At = At,
        Code = Code,
        Said = Said,
        Source = Source,
        OriginalSha256 = OriginalSha256,
    };
}
