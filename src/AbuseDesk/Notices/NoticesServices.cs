using Microsoft.Extensions.DependencyInjection;

namespace AbuseDesk.Notices;

public static class NoticesServices
{
    public static IServiceCollection AddNotices(this IServiceCollection services) => services;
}
