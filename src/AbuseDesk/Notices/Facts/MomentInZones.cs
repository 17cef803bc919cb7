using NodaTime;

namespace AbuseDesk.Notices.Facts;

/// <summary>One instant as the provider, the customer and UTC read it.</summary>
public sealed record MomentInZones
{
    /// <summary>"Sunday 10 January 2021, 23:59 PST".</summary>
    public required Moment Provider { get; init; }

    /// <summary>"Monday 11 January 2021, 08:59 CET".</summary>
    public required Moment Customer { get; init; }

    /// <summary>"Monday 11 January 2021, 07:59 UTC".</summary>
    public Moment Utc => Provider.In("UTC");

    /// <summary>True where provider and customer read the same clock at this instant.</summary>
    public bool SameClock => HoursAhead == 0;

    /// <summary>9: how many hours the customer's clock is ahead of the provider's; negative if behind.</summary>
    public decimal HoursAhead =>
        Period.Between(Provider.Local, Customer.Local, PeriodUnits.Minutes).Minutes / 60m;

    /// <param name="instant">The instant, UTC.</param>
    /// <param name="providerZone">Zone id of the desk.</param>
    /// <param name="customerZone">Zone id of the customer's contact.</param>
    /// <param name="language">BCP 47 tag of the notice.</param>
    public static MomentInZones Of(Instant instant, string providerZone, string customerZone, string language) => new()
    {
        Provider = new Moment(instant, providerZone, language),
        Customer = new Moment(instant, customerZone, language),
    };
}
