namespace AbuseDesk.Web.Components;

internal static class PageServices
{
    public static void AddDeskPages(this IServiceCollection services)
    {
        services.AddRazorPages();
        services.AddRouting(options => options.LowercaseUrls = true);
        services.AddSingleton<Sprite>();
        services.AddSingleton<DeskTimes>();
        services.AddSingleton(provider => Provider.Read(provider.GetRequiredService<DeskSettings>().Templates));
        services.AddSingleton<Pages.Shared.RailCounts>();
        services.AddSingleton<Staff.Colleagues>();
        services.AddSingleton<Pages.Cases.ReadSurroundings>();
        services.AddSingleton<Pages.Cases.ShownEvidence>();
        services.AddSingleton<Pages.Reports.FormChoices>();
        services.AddSingleton<Pages.Notices.NoticePage>();
        services.AddSingleton<Pages.Notices.NoticeActs>();
    }
}
