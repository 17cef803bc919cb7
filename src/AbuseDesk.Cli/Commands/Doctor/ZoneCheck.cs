using AbuseDesk.Cli.Frame;

namespace AbuseDesk.Cli.Commands.Doctor;

internal static class ZoneCheck
{
    public static Task<Finding> RunAsync(string zone, TimeProvider clock) => Finding.LookAsync("zone", "Set ABUSEDESK_ZONE to a TZDB name such as Europe/Paris.", () =>
    {
        var now = Times.At(NodaTime.Instant.FromDateTimeOffset(clock.GetUtcNow()), Zones.Get(zone));
        return Task.FromResult(Finding.Ok("zone", $"{zone}; it is {now}{(clock == TimeProvider.System ? "" : ", as these are the data of a demo")}."));
    });
}
