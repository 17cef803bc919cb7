using NodaTime;

namespace AbuseDesk.Mail;

/// <summary>How long a worker holds mails.</summary>
/// <param name="Renewal">How often it says that it lives, in real time.</param>
/// <param name="Length">For how long a lease is believed without that.</param>
/// <param name="Doubt">For how long it must stay silent after somebody saw that its lease had run out.</param>
public sealed record LeaseTimes(TimeSpan Renewal, Duration Length, Duration Doubt)
{
    /// <summary>What a worker that died had is free after a minute.</summary>
    public static LeaseTimes Usual { get; } = new(TimeSpan.FromSeconds(10), Duration.FromSeconds(40), Duration.FromSeconds(20));
}
