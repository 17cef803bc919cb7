using AbuseDesk.Cli.Frame;
using AbuseDesk.Notices;

namespace AbuseDesk.Cli.Commands.Notices;

/// <summary>What became of the mail of a notice, for people.</summary>
internal static class DeliveryText
{
    public static void Write(DeskSession desk, Output text, NoticeRow notice, DeliveryState delivery)
    {
        foreach (var lost in delivery.Undelivered)
            text.Line($"ALARM  It did not reach {lost.Recipient}: {lost.Said}");
        if (notice.DeliveredAt is { } delivered)
            text.Line($"Delivered {desk.At(delivered)}");
        if (delivery.Status == "waiting")
            text.Line($"Waits in the outbox; {Counted.Of(delivery.Attempts, "attempt")} so far, the next {desk.At(delivery.NextAttemptAt)}{(delivery.LastError is { } why ? $": {why}" : "")}");
        text.Table(["When", "Recipient", "Mail", "In the words of the server", "Report SHA-256"], delivery.Events.Select(one => (IReadOnlyList<string?>)
            [desk.At(one.At), one.Recipient, NoticeDelivery.Word(one), one.Said, one.OriginalSha256]));
    }
}
