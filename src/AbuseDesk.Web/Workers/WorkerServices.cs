namespace AbuseDesk.Web.Workers;

internal static class WorkerServices
{
    /// <summary>Set to "off" on a node that only serves pages; another node must then run the workers.</summary>
    private const string Setting = "ABUSEDESK_WORKERS";

    /// <exception cref="DeskException">The setting is neither on nor off.</exception>
    public static void AddDeskWorkers(this IServiceCollection services, IConfiguration configuration)
    {
        var setting = configuration[Setting] ?? "on";
        if (setting == "off") return;
        if (setting != "on") throw new DeskException($"{Setting} is “{Shown.Briefly(setting)}”; set it to on or off.");
        services.AddHostedService<DeskWorkers>();
    }
}
