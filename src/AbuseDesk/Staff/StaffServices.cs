using Microsoft.Extensions.DependencyInjection;

namespace AbuseDesk.Staff;

public static class StaffServices
{
    public static IServiceCollection AddStaff(this IServiceCollection services) => services;
}
