using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace AbuseDesk.Web.Hosting;

/// <summary>
/// A proxy that ends TLS says who asked, how and for which host. It is believed on this machine, and where
/// ABUSEDESK_PROXIES names its address or network; anybody else could say anything.
/// </summary>
internal static class DeskProxies
{
    private const string Setting = "ABUSEDESK_PROXIES";

    /// <exception cref="DeskException">The setting names something that is no address and no network.</exception>
    public static void AddDeskProxies(this IServiceCollection services, IConfiguration configuration)
    {
        var trusted = (configuration[Setting] ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(Network).ToList();
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.All & ~ForwardedHeaders.XForwardedPrefix;
            // every hop is looked up among the proxies, so that their number need not be known
            options.ForwardLimit = null;
            foreach (var network in trusted)
                options.KnownIPNetworks.Add(network);
        });
    }

    private static IPNetwork Network(string written)
    {
        if (IPAddress.TryParse(written, out var address)) return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        return IPNetwork.TryParse(written, out var network)
            ? network
            : throw new DeskException($"{Setting} holds “{Shown.Briefly(written)}”, which is no address and no network; write 10.0.0.5 or 10.0.0.0/8, several parted by commas.");
    }
}
