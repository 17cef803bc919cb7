namespace AbuseDesk.Web;

/// <summary>The web desk: pages, API and workers over the library.</summary>
public static class WebDesk
{
    public static WebApplication Build(string[] args, DeskSettings settings, TimeProvider clock)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.Services.AddAbuseDesk(settings, clock);
        return builder.Build();
    }
}
