using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace AbuseDesk.Web.Pages.Verify;

/// <summary>
/// How often one address may ask whether a notice is genuine. A code has 32^8, about 1.1 × 10^12, values. Ten questions a minute
/// are 5.3 million a year: where 1,000 notices were sent, that finds one of them, whichever, with a chance of 0.5 % in a year, and
/// tells a reference, a kind, a day and a hash. Ten thousand addresses together would find about one a week, and still no customer.
/// </summary>
internal static class VerifyLimit
{
    public const string Policy = "verify";

    public const int QuestionsAMinute = 10;

    public static void AddVerifyLimit(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (context, _) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = 60.ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        options.AddPolicy(Policy, Partition);
    });

    private static RateLimitPartition<string> Partition(HttpContext context) => Asks(context.Request)
        ? RateLimitPartition.GetSlidingWindowLimiter(Asker(context.Connection.RemoteIpAddress), _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = QuestionsAMinute,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
        })
        : RateLimitPartition.GetNoLimiter("the form");

    private static bool Asks(HttpRequest request) => HttpMethods.IsPost(request.Method) || request.Query.ContainsKey("code");

    // who has one address of IPv6 has the 2^64 of its network
    private static string Asker(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };
}
